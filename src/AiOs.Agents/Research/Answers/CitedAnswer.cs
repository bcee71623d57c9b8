using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Facts;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Research.Answers;

/// <summary>The answer: each line a quotation with where it stands, and what stands nowhere said to be unknown.</summary>
internal static class CitedAnswer
{
    private const int MaxQuestion = 120;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var asked = AskedWords.Of(desk.Brief);
        var found = PassageFinder.Find(desk.Brief, asked);
        var question = PlainText.Line(desk.Message.Text, MaxQuestion);
        var unknown = found.Count == 0 ? [] : asked.NotIn(found.Select(passage => passage.Words + " " + passage.Where));
        var lines = found.Select(passage => $"- {passage.Words} ({passage.Where})").ToList();
        if (found.Count == 0)
        {
            lines.Add(NothingKnown(desk.Brief, asked, desk.German));
        }
        else if (unknown.Count > 0)
        {
            lines.Add(desk.German ? $"Dazu weiß ich nichts: {string.Join(", ", unknown)}." : $"I know nothing of: {string.Join(", ", unknown)}.");
        }

        return new ProposalDraft
        {
            Summary = string.Join('\n', lines),
            Reasons = ["you asked a question", found.Count == 0 ? "nothing in Records or memory answers it" : "quoted word by word, nothing is added"],
            Evidence = [.. found.Select(passage => passage.Evidence), new Evidence("message", null, question, Provenance.Operator)],
            Confidence = found.Count == 0 ? Confidence.Of(0.5) : Confidence.Of(0.8),
        };
    }

    private static string NothingKnown(AgentBrief brief, AskedWords asked, bool german)
    {
        var about = string.Join(", ", asked.Parties.Select(NamedParty.NameOf).Concat(asked.Words));
        var records = brief.Facts.Count(record => record.Id.Type != "policy");
        return german
            ? $"Das weiß ich nicht. Weder Records noch Erinnerungen sagen etwas{(about.Length > 0 ? $" über: {about}" : string.Empty)} ({records} Records und {brief.Context.Recollections.Count} Erinnerungen angesehen)."
            : $"I do not know. Neither Records nor memory say anything{(about.Length > 0 ? $" of: {about}" : string.Empty)} ({records} Records and {brief.Context.Recollections.Count} memories looked at).";
    }
}
