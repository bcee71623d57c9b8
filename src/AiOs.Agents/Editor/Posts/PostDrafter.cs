using System.Globalization;
using AiOs.Agents.Drafting;
using AiOs.Agents.Drafting.Changes;
using AiOs.Agents.Intake;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Editor.Posts;

/// <summary>Drafts a text that the operator typed for. Without a word of theirs to make it of, what it shall say is the question.</summary>
internal static class PostDrafter
{
    private const int MaxKey = 40;

    public static ProposalDraft Draft(DraftDesk desk)
    {
        var request = PostRequest.Of(desk);
        if (request.Topic.Length == 0 && desk.Answers.Count == 0)
        {
            return Ask(desk, $"What shall the {request.Form} be about?");
        }

        var topic = request.Topic.Length > 0 ? request.Topic : PlainText.Line(desk.Answers[0], 100, addresses: false).TrimEnd('.');
        var points = PostPoints.Of(desk, topic);
        if (points.Sentences.Count == 0)
        {
            return Ask(desk, $"I found no note of yours about “{topic}”. Which two or three things shall the {request.Form} say?");
        }

        var past = PastAsset.Of(desk.Brief, request.Channel);
        var best = past.FirstOrDefault(asset => asset.Measure is not null);
        var limit = request.Words ?? WordsIn(best?.Text);
        var (text, used) = Write(desk, points, best, limit);
        return new ProposalDraft
        {
            Summary = $"Keep the draft of a {request.Form} about “{topic}”{(request.Channel is { } channel && channel != request.Form ? $" for {channel}" : string.Empty)}: {WordsIn(text)} words. Nothing is published.",
            Reasons = [.. Reasons(request, points, used, best, past, limit)],
            Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator), .. points.Evidence, .. best is null ? [] : (Evidence[])[best.Evidence]],
            Confidence = Confidence.Of(0.7),
            Effects = [Record(desk, request, topic, text)],
        };
    }

    private static IEnumerable<string> Reasons(PostRequest request, PostPoints points, int used, PastAsset? best, IReadOnlyList<PastAsset> past, int? limit)
    {
        yield return "you asked for it";
        yield return points.FromOperator ? "in the words that you gave for it"
            : $"{used} of {points.Sentences.Count} sentences that you noted about it, word by word";
        if (best is not null)
        {
            yield return $"{best.Words}, the most of {past.Count(asset => asset.Measure is not null)}, so its length and its end are taken over";
        }

        if (request.LengthReason is { } why)
        {
            yield return why;
        }
        else if (limit is null)
        {
            yield return "nothing says how long it is to be";
        }
    }

    /// <summary>The points in order, as many as fit, then the end of what did best where it holds nothing that belongs to its own matter.</summary>
    private static (string Text, int Used) Write(DraftDesk desk, PostPoints points, PastAsset? best, int? limit)
    {
        var sentences = new List<string>();
        var count = 0;
        foreach (var sentence in points.Sentences)
        {
            count += WordsIn(sentence) ?? 0;
            if (sentences.Count > 0 && count > limit)
            {
                break;
            }

            sentences.Add(sentence);
        }

        var end = best?.Text?.TrimEnd().Split("\n\n") is { Length: > 1 } blocks && IsGeneral(blocks[^1]) ? blocks[^1] : null;
        var text = string.Join("\n\n", end is null ? sentences : sentences.Append(end));
        foreach (var change in desk.Answers.Select(ChangeReader.Read))
        {
            text = change switch
            {
                ChangeRequest.Replace replace => text.Replace(replace.Old, replace.New, StringComparison.Ordinal),
                ChangeRequest.Remove remove => text.Replace(remove.Text, string.Empty, StringComparison.Ordinal).Trim(),
                _ => text,
            };
        }

        return (text, sentences.Count);
    }

    private static bool IsGeneral(string block) =>
        block.Length <= 200 && !block.Any(char.IsDigit) && !block.Contains('@', StringComparison.Ordinal) && !block.Contains("://", StringComparison.Ordinal) && !block.Contains("www.", StringComparison.OrdinalIgnoreCase);

    private static EffectDraft Record(DraftDesk desk, PostRequest request, string topic, string text)
    {
        var id = new RecordId("content-asset", $"{Slug(topic, request.Form)}-{desk.Brief.ReceivedAt.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        var fields = new Dictionary<string, RecordField>(StringComparer.Ordinal)
        {
            ["title"] = new(DraftDesk.Sentence(topic).TrimEnd('.'), Provenance.Model),
            ["brief"] = new(PlainText.Line(desk.Message.Text, 300), Provenance.Model),
            ["text"] = new(text, Provenance.Model),
            ["state"] = new("draft", Provenance.Model),
        };
        if (request.Channel is { } channel)
        {
            fields["channel"] = new(channel, Provenance.Model);
        }

        return EffectDrafts.Record(new RecordWriteArguments
        {
            Record = id,
            ExpectedVersion = desk.Brief.Facts.FirstOrDefault(record => record.Id == id)?.Version ?? 0,
            Fields = fields,
            Reason = "you asked for it",
        });
    }

    private static string Slug(string topic, string form)
    {
        var plain = string.Concat(topic.ToLowerInvariant().Select(c => c switch { 'ä' => "ae", 'ö' => "oe", 'ü' => "ue", 'ß' => "ss", _ when char.IsAsciiLetterOrDigit(c) => c.ToString(), _ => "-" }));
        var slug = string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length > MaxKey ? slug[..MaxKey].TrimEnd('-') : slug;
        return slug.Length > 0 ? slug : form;
    }

    private static int? WordsIn(string? text) => text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static ProposalDraft Ask(DraftDesk desk, string question) => new()
    {
        Summary = "Something is to be written; I need a word more.",
        Reasons = ["you asked for it"],
        Evidence = [new Evidence("message", null, PlainText.Line(desk.Message.Text, 120), Provenance.Operator)],
        Confidence = Confidence.Certain,
        Question = question,
    };
}
