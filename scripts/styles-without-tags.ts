import { useEffect } from "react";

/**
 * Stands in for `react-style-singleton`, with which Radix locks scrolling behind dialogs: that writes a <style> tag, which
 * the page's policy forbids; a constructed style sheet does the same and needs no exception.
 */
export function styleSingleton(): (props: { styles: string }) => null {
  let sheet: CSSStyleSheet | undefined;
  let users = 0;

  return function StyleSheetInUse({ styles }) {
    useEffect(() => {
      users += 1;
      if (sheet === undefined) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }
      return () => {
        users -= 1;
        if (users > 0) return;
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((used) => used !== sheet);
        sheet = undefined;
      };
    }, [styles]);
    return null;
  };
}
