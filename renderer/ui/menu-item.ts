// What a menu lists.

export type MenuEntry =
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly label: string;
      readonly shortcut?: string | null;
      readonly isEnabled?: boolean;
      /** For toggles: a tick. */
      readonly isOn?: boolean | null;
      readonly onChoose: () => void;
    }
  | {
      readonly kind: 'submenu';
      readonly id: string;
      readonly label: string;
      readonly entries: readonly MenuEntry[];
    }
  | { readonly kind: 'separator'; readonly id: string };
