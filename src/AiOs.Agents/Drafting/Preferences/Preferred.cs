using AiOs.Contracts.Context;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Preferences;

/// <summary>
/// Writes a draft as the operator wants drafts, whoever drafted it and whomever it is for, and says on the card which preference was used. The oldest
/// comes first, so that what was said last has the last word. What the operator changed in this very draft is never touched.
/// </summary>
internal static class Preferred
{
    /// <summary>Those that this draft may use, the oldest first.</summary>
    /// <param name="brief">What it is drafted from.</param>
    /// <returns>The preferences.</returns>
    public static IReadOnlyList<Lesson.Preferred> In(AgentBrief brief) => [.. brief.Context.Lessons.OfType<Lesson.Preferred>().OrderBy(lesson => lesson.Number)];

    /// <summary>The one of a kind that was said last.</summary>
    public static Lesson.Preferred? Last(AgentBrief brief, PreferenceKind kind) => In(brief).LastOrDefault(lesson => lesson.Wanted.Kind == kind);

    /// <summary>How a card names it: <c>p-57</c>.</summary>
    public static string NameOf(Lesson.Preferred lesson) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p-{lesson.Number}");

    /// <summary>Applies them. Applied twice it is the same as once.</summary>
    /// <param name="brief">What it was drafted from.</param>
    /// <param name="draft">The draft.</param>
    /// <returns>The draft as it is wanted.</returns>
    public static ProposalDraft Apply(AgentBrief brief, ProposalDraft draft)
    {
        var wanted = In(brief);
        if (wanted.Count == 0 || draft.Effects.Count == 0)
        {
            return draft;
        }

        var said = SaidWords.Of(brief);
        var used = new List<string>();
        EffectDraft[] effects = [.. draft.Effects.Select(effect => Apply(effect, wanted, said, brief.OperatorName, used))];
        return used.Count == 0 ? draft : draft with { Effects = effects, Reasons = [.. draft.Reasons, .. used.Distinct().Except(draft.Reasons)] };
    }

    /// <summary>The same after a model worded it, which leaves the greeting and the closing as they are preferred.</summary>
    /// <param name="brief">What it was drafted from.</param>
    /// <param name="drafted">The draft before the model.</param>
    /// <param name="worded">The draft after it.</param>
    /// <returns>The draft as it is wanted.</returns>
    public static ProposalDraft ApplyWorded(AgentBrief brief, ProposalDraft drafted, ProposalDraft worded)
    {
        var (greeting, closing) = (Uses(drafted, "greeting"), Uses(drafted, "closing"));
        return Apply(brief, !greeting && !closing ? worded : worded with
        {
            Effects = [.. worded.Effects.Select((effect, at) => EffectDrafts.ReadMail(effect) is { } mail && EffectDrafts.ReadMail(drafted.Effects[at]) is { } before && mail.Text != before.Text
                ? EffectDrafts.Mail(mail with { Text = WordedFrame.Keep(before.Text, mail.Text, greeting, closing) })
                : effect)],
        });
    }

    private static bool Uses(ProposalDraft draft, string what) => draft.Reasons.Any(reason => reason.StartsWith(what + " as you prefer (p-", StringComparison.Ordinal));

    private static EffectDraft Apply(EffectDraft effect, IReadOnlyList<Lesson.Preferred> wanted, SaidWords said, string? signed, List<string> used)
    {
        if (EffectDrafts.ReadMail(effect) is { } mail)
        {
            var letter = LetterStyle.Apply(mail.Text, wanted, said, signed, used);
            return letter == mail.Text ? effect : EffectDrafts.Mail(mail with { Text = letter });
        }

        if (Editor.Posts.PostText.Place.Kind != effect.Kind || Editor.Posts.PostText.Place.Read(effect.Arguments).Text is not { Length: > 0 } post)
        {
            return effect;
        }

        var text = TextStyle.Apply(post, wanted, said, used);
        return text == post ? effect : effect with { Arguments = Editor.Posts.PostText.Place.Write(effect.Arguments, string.Empty, text) };
    }
}
