using System.Globalization;
using System.Text;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>A brief as data for a model: the message, what Records know, the operator's words, and the draft that is to be worded.</summary>
internal static class BriefData
{
    private const int MostFacts = 20;
    private const int MostFields = 12;

    public static IEnumerable<ModelData> Of(AgentBrief brief, ProposalDraft offline, WritablePlace place)
    {
        var message = brief.Message;
        yield return new ModelData("message", $"From: {message.Sender}\nSubject: {message.Subject}\nReceived: {brief.ReceivedAt.ToString("yyyy-MM-dd HH:mm dddd", CultureInfo.InvariantCulture)}\n\n{message.Text}");
        if (Facts(brief) is { Length: > 0 } facts)
        {
            yield return new ModelData("records", facts);
        }

        if (brief.OperatorWords.Count > 0)
        {
            yield return new ModelData("operator", string.Join('\n', brief.OperatorWords));
        }

        var (subject, text) = place.Words;
        yield return new ModelData("draft", $"Summary: {offline.Summary}\nSubject: {subject}\nQuestion: {offline.Question}\n\n{text}");
    }

    private static string Facts(AgentBrief brief)
    {
        var lines = new StringBuilder();
        foreach (var fact in brief.Facts.Take(MostFacts))
        {
            lines.Append(fact.Id).Append(": ")
                .AppendJoin("; ", fact.Fields.Take(MostFields).Select(field => $"{field.Key} = {field.Value.Value}"))
                .Append('\n');
        }

        return lines.ToString().TrimEnd();
    }
}
