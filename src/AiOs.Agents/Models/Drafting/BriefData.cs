using System.Globalization;
using System.Text;
using AiOs.Agents.Drafting.Preferences;
using AiOs.Contracts.Context;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>A brief as data for a model: the message, what Records know, the operator's words, how they want drafts, and the draft that is to be worded.</summary>
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

        // Days of terms are no words: where they belong the draft has them.
        if (Preferred.In(brief).Where(one => one.Wanted.Kind is not (PreferenceKind.PaymentDays or PreferenceKind.ValidDays)).ToList() is { Count: > 0 } wanted)
        {
            yield return new ModelData("preferences", string.Join('\n', wanted.Select(Line)));
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

    private static string Line(Lesson.Preferred lesson) => lesson.Wanted switch
    {
        { Kind: PreferenceKind.Phrase } wanted => $"{In(wanted)}write: {wanted.Value}; instead of: {wanted.Instead}",
        { Kind: PreferenceKind.Length } wanted => $"{In(wanted)}at most {wanted.Value} words",
        var wanted => $"{In(wanted)}{wanted.Kind}: {wanted.Value.ReplaceLineEndings(" ")}",
    };

    private static string In(Preference wanted) => wanted.Language switch { "de" => "in German, ", "en" => "in English, ", _ => string.Empty };
}
