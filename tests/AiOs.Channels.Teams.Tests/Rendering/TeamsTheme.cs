namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>
/// How Teams sets up the official renderer, as far as it says so in public: its colours and distances, in its light and its dark theme. What it makes
/// of buttons is only hinted at, and that its chat breaks a word that is longer than a line is general knowledge: the renderer alone does not.
/// </summary>
internal static class TeamsTheme
{
    /// <summary>
    /// Draws a card in a theme. Gives back what reader and validator complain about, what is shown, what could be tapped or loaded, what is cut off,
    /// and what is hard to read.
    /// </summary>
    public const string Draw = """
        ([json, dark]) => {
          const ink = dark ? '#ffffff' : '#252424', back = dark ? '#2d2c2c' : '#ffffff', printed = '#252424';
          const pair = (one, other) => ({ default: one, subtle: other ?? '#e5' + one.slice(1) });
          const colours = (text) => ({
            default: pair(text, '#bf' + text.slice(1)), dark: pair(dark ? '#201f1f' : '#252424'), light: pair('#ffffff'),
            accent: dark ? pair('#a6a7dc') : pair('#6264a7'), good: pair('#92c353'), warning: pair('#f8d22a'), attention: dark ? pair('#d74654') : pair('#c4314b') });
          const style = (backgroundColor, text) => ({ backgroundColor, foregroundColors: colours(text ?? ink) });
          const fonts = (fontFamily) => ({ fontFamily, fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 }, fontWeights: { lighter: 200, default: 400, bolder: 600 } });
          const config = new AdaptiveCards.HostConfig({
            supportsInteractivity: true, spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
            fontTypes: { default: fonts('Liberation Sans, Noto Color Emoji, sans-serif'), monospace: fonts('Liberation Mono, monospace') },
            actions: { maxActions: 6, spacing: 'default', buttonSpacing: 8, showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' }, actionsOrientation: 'horizontal', actionAlignment: 'left' },
            adaptiveCard: { allowCustomStyle: false },
            containerStyles: { default: style(back), emphasis: style(dark ? '#292828' : '#f9f8f7'), attention: style('#ffc5b2', printed), good: style('#ccffcc', printed), warning: style('#ffe2b2', printed), accent: style('#c7def9', printed) } });
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = config;
          card.parse(JSON.parse(json), context);
          const found = [];
          for (let at = 0; at < context.eventCount; at++) { found.push(context.getEventAt(at).message); }
          found.push(...card.validateProperties().validationEvents.map(event => event.message));

          document.body.style.cssText = `margin:0;overflow-wrap:anywhere;background:${back};color:${ink}`;
          const sheet = document.createElement('style');
          sheet.textContent = `.ac-actionSet{flex-wrap:wrap;row-gap:8px} .ac-pushButton{font:600 14px Liberation Sans;padding:6px 12px;border-radius:4px;border:1px solid ${dark ? '#8a8886' : '#bdbdbd'};background:${back};color:${ink};flex-shrink:0}
            .ac-input{background:${dark ? '#201f1f' : '#f3f2f1'};color:${ink};border:0;padding:8px;font:14px Liberation Sans} `;
          document.body.replaceChildren(sheet, card.render());

          const wide = document.documentElement.clientWidth;
          const cut = document.documentElement.scrollWidth > wide ? ['the page'] : [];
          for (const one of document.body.querySelectorAll('*')) {
            if (one.matches('style')) { continue; }
            const room = one.getBoundingClientRect();
            if (room.right > wide + 1 || room.left < -1 || (one.clientWidth > 0 && (one.scrollWidth > one.clientWidth || (getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)))) {
              cut.push(`${one.className || one.tagName}: ${(one.innerText ?? '').slice(0, 40)}`);
            }
          }

          const read = (colour) => { const parts = colour.match(/[\d.]+/g).map(Number); return [...parts.slice(0, 3), parts[3] ?? 1]; };
          const over = (front, behind) => [0, 1, 2].map(at => front[at] * front[3] + behind[at] * (1 - front[3])).concat(1);
          const behindOf = (one) => { const own = one ? read(getComputedStyle(one).backgroundColor) : [255, 255, 255, 1]; return own[3] === 1 || !one ? own : over(own, behindOf(one.parentElement)); };
          const light = (colour) => [.2126, .7152, .0722].reduce((sum, share, at) => { const part = colour[at] / 255; return sum + share * (part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4); }, 0);
          const faint = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const one = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || one.matches('style') || one.getClientRects().length === 0) { continue; }
            const behind = behindOf(one), front = over(read(getComputedStyle(one).color), behind);
            const [more, less] = [light(front), light(behind)].sort((a, b) => b - a);
            const contrast = (more + .05) / (less + .05);
            if (contrast < 4.5) { faint.push(`${contrast.toFixed(2)}: ${walk.currentNode.data.slice(0, 40)}`); }
          }

          return { found, cut, faint, text: document.body.innerText, links: document.body.querySelectorAll('a[href], img:not([src^="data:image/png;"]), script, b, em').length };
        }
        """;
}
