using System.Text;
using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Json;

namespace AiOs.Bot.Verbs;

/// <summary>Writes what verbs say, for people or as JSON.</summary>
internal static class VerbText
{
    public static VerbResult Of(ChainReport report, bool json)
    {
        var text = json
            ? Json(writer =>
            {
                writer.WriteBoolean("ok", report.Ok);
                writer.WriteNumber("commits", report.Commits);
                if (report.Position is { } position)
                {
                    writer.WriteNumber("position", position);
                }

                writer.WriteString("sentence", report.Sentence);
            })
            : report.Ok ? report.Sentence : string.Empty;
        return report.Ok ? VerbResult.Done(text) : new VerbResult(VerbResult.FoundWrong, text, report.Sentence);
    }

    /// <summary>One JSON object with some members.</summary>
    public static string Json(Action<Utf8JsonWriter> members) => Whole(writer =>
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    });

    /// <summary>One JSON value.</summary>
    public static string Whole(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>A card as lines of text, whole.</summary>
    public static string Of(WorkItemView item)
    {
        var text = new StringBuilder();
        text.Append("work item  ").Append(item.Id).Append('\n');
        text.Append("state      ").Append(KebabEnumConverter<WorkItemState>.ToText(item.State)).Append('\n');
        text.Append("title      ").Append(item.Card.Title).Append('\n');
        foreach (var block in item.Card.Blocks)
        {
            Append(text, block);
        }

        foreach (var approval in item.Approvals.Where(approval => approval.State == "open"))
        {
            text.Append("\napprove    approve ").Append(item.Id).Append(" --digest ").Append(approval.Digest)
                .Append(approval.Confirm is { } wanted ? $" --confirm \"{wanted}\"\n" : "\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    public static void Append(StringBuilder text, CardBlock block)
    {
        switch (block)
        {
            case CardBlock.Text words:
                text.Append('\n').Append(words.Value).Append('\n');
                break;
            case CardBlock.Hint hint:
                text.Append("  (").Append(hint.Value).Append(")\n");
                break;
            case CardBlock.Warning warning:
                text.Append("  ! ").Append(warning.Value).Append('\n');
                break;
            case CardBlock.Facts facts:
                text.AppendJoin(string.Empty, facts.Rows.Select(row => $"  {row.Name}: {row.Value}\n"));
                break;
            case CardBlock.Quote quote:
                text.Append("  ").Append(quote.Source).Append(":\n    | ").Append(quote.Value.TrimEnd('\n').Replace("\n", "\n    | ", StringComparison.Ordinal)).Append('\n');
                break;
            case CardBlock.Diff diff:
                text.Append("  before: ").Append(diff.Before).Append("\n  after: ").Append(diff.After).Append('\n');
                break;
            case CardBlock.Image image:
                text.Append("  [picture] ").Append(image.Words).Append('\n');
                break;
            default:
                break;
        }
    }
}
