// Texts of the window. A file `locales/en/<area>.json` is the namespace `<area>`.
import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { pseudoTexts, type Texts } from './pseudo-locale.ts';

const FILES = import.meta.glob<Texts>('../../locales/en/*.json', {
  eager: true,
  import: 'default',
});

export const PSEUDO_LOCALE = 'en-XA';

/** Area -> its English texts. */
export const ENGLISH: Readonly<Record<string, Texts>> = Object.fromEntries(
  Object.entries(FILES).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]),
);

export const i18n: I18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'shell',
  ns: Object.keys(ENGLISH),
  resources: { en: ENGLISH },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Changes the language of everything shown. Unknown locales read English. */
export async function changeLocale(locale: string): Promise<void> {
  if (locale === PSEUDO_LOCALE && !i18n.hasResourceBundle(locale, 'shell'))
    for (const [area, texts] of Object.entries(ENGLISH))
      i18n.addResourceBundle(locale, area, pseudoTexts(texts));
  await i18n.changeLanguage(locale);
}
