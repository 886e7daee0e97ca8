namespace PeaceTracker.Browser.Tests.Harness;

/// <summary>What a browser that translates does to a page: each text goes into elements of the translator's own.</summary>
internal static class Translator
{
    /// <summary>Wraps every text of a page; how many there were.</summary>
    public static Task<int> WrapAsync(IPage page) => page.EvaluateAsync<int>("""
        () => {
            const texts = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const text = walk.currentNode;
                if (text.data.trim() && !text.parentElement.closest('svg, script')) texts.push(text);
            }
            for (const text of texts) {
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                text.replaceWith(outer);
                outer.append(inner);
                inner.append(text);
            }
            return texts.length;
        }
        """);

    /// <summary>All words of a page but those that tell of a change.</summary>
    public static Task<string> WordsAsync(IPage page) => page.EvaluateAsync<string>("""
        () => {
            const copy = document.querySelector('main').cloneNode(true);
            copy.querySelectorAll('[role=status], script').forEach(e => e.remove());
            return copy.textContent.replace(/\s+/g, ' ');
        }
        """);
}
