using AiOs.Agents.Drafting.Changes;
using AiOs.Agents.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting;

/// <summary>
/// Changes the previous proposal as the operator asked, exactly; where that cannot be done without a model, it says so and
/// asks.
/// </summary>
internal static class Redrafter
{
    private const int MaxQuote = 120;

    /// <summary>Applies the operator's newest words.</summary>
    /// <param name="desk">The brief.</param>
    /// <param name="previous">The proposal to change.</param>
    /// <returns>The changed proposal; nothing where a draft from the start takes the words in better.</returns>
    public static ProposalDraft? Draft(DraftDesk desk, ProposalDraft previous)
    {
        var words = desk.Answers[^1];
        var change = ChangeReader.Read(words);
        for (var i = 0; i < previous.Effects.Count; i++)
        {
            var changed = Change(previous.Effects[i], change);
            if (changed is not null)
            {
                return previous with
                {
                    Summary = "As you changed it: " + previous.Summary.Replace("As you changed it: ", string.Empty,
                        StringComparison.Ordinal),
                    Reasons = [.. previous.Reasons.Where(reason =>
                        !reason.StartsWith("you asked: ", StringComparison.Ordinal)), $"you asked: {Short(words)}"],
                    Effects = [.. previous.Effects.Select((effect, at) => at == i ? changed : effect)],
                    Question = null,
                };
            }
        }

        var rebuildable = previous.Effects.Count == 0 || previous.Effects.All(effect => EffectDrafts.ReadMail(effect) is null
            && EffectDrafts.ReadNote(effect) is null);
        return rebuildable ? null : previous with { Question = Cannot(words) };
    }

    private static EffectDraft? Change(EffectDraft effect, ChangeRequest change)
    {
        if (EffectDrafts.ReadMail(effect) is { } mail)
        {
            return MailChange.Apply(mail, change) is { } changed ? EffectDrafts.Mail(changed) : null;
        }

        if (EffectDrafts.ReadNote(effect) is not { } note)
        {
            return null;
        }

        var text = change switch
        {
            ChangeRequest.Say say => note.Text.TrimEnd() + "\n" + say.Text,
            ChangeRequest.NewText next => next.Text,
            ChangeRequest.Replace replace when note.Text.Contains(replace.Old, StringComparison.Ordinal)
                => note.Text.Replace(replace.Old, replace.New, StringComparison.Ordinal),
            _ => null,
        };
        return text is null ? null : EffectDrafts.Note(note.Title, text, note.People);
    }

    private static string Cannot(string words) =>
        $"I could not do “{Short(words)}” without a language model, so the draft is as it was. I can do these exactly: "
        + "“add: …”, “subject: …”, “send it to name@example.com”, “replace \"old\" with \"new\"”, “remove \"…\"”, “make it shorter”, or “text: …” with the whole new text. What shall I change?";

    private static string Short(string words) => PlainText.Line(words, MaxQuote);
}
