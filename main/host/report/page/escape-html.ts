// Names and file names come from users: nothing of theirs may become markup.

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that is safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign]);
}

/** A relative URL of one file beside the page, whatever its name holds. */
export function fileUrl(name: string): string {
  return `./${encodeURIComponent(name)}`;
}
