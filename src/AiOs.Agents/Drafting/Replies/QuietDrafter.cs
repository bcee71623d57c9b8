using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Drafting.Replies;

/// <summary>For what needs no answer: says so, and keeps a note only where the operator asked for one.</summary>
internal static class QuietDrafter
{
    public static ProposalDraft Draft(DraftDesk desk)
    {
        if (desk.OwnWords.Length > 0)
        {
            return Keep(desk, "Keep it with your words.");
        }

        var summary = desk.Brief.Intent.Category switch
        {
            Category.Spam => "Nothing to do: this looks like spam, and spam is never answered.",
            Category.Newsletter => "Nothing to do: a newsletter.",
            _ => "Nothing to do: a machine reports something.",
        };
        return new ProposalDraft
        {
            Summary = summary,
            Reasons = desk.Brief.Intent.Reasons,
            Evidence = desk.Evidence(FieldName.Topic),
            Confidence = desk.Brief.Intent.Confidence,
        };
    }

    /// <summary>Whatever it says, it was said from here: to answer it would go round for ever.</summary>
    public static ProposalDraft CameBack(DraftDesk desk) => new()
    {
        Summary = "Nothing to do: this mail went out from here and came back.",
        Reasons = ["it has our address, and a Message-ID that only mails from here have"],
        Evidence = [],
        Confidence = desk.Brief.Intent.Confidence,
    };

    public static ProposalDraft Keep(DraftDesk desk, string summary) => new()
    {
        Summary = summary,
        Reasons = desk.Brief.Intent.Reasons,
        Evidence = desk.Evidence(FieldName.Topic),
        Confidence = desk.Brief.Intent.Confidence,
        Effects = [KeepDrafter.Note(desk, Capital(CategoryWords.Name(desk.Brief.Intent.Category)))],
    };

    private static string Capital(string words) => string.Concat(char.ToUpperInvariant(words[0]).ToString(), words.AsSpan(1));
}
