using System.Globalization;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Json;
using AiOs.Contracts.Knowledge;

namespace AiOs.Kernel.Context;

/// <summary>Says what an agent was shown from memory, for the journal and for Why: one line each with whose word it is.</summary>
internal static class PackLines
{
    private const int Most = 12;
    private const int LongestTitle = 80;

    public static IReadOnlyList<string> Of(ContextPack pack)
    {
        var lines = pack.Lessons.Select(Line).Concat(pack.Recollections.Select(Line)).Take(Most).ToList();
        if (pack.LeftOut > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{pack.LeftOut} more did not fit into the budget"));
        }

        return lines;
    }

    private static string Line(Lesson lesson) => string.Create(CultureInfo.InvariantCulture, $"{(lesson is Lesson.Preferred ? "preference p-" : "correction ")}{lesson.Number} (your words)");

    private static string Line(Recollection one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{KebabEnumConverter<KnowledgeKind>.ToText(one.Item.Kind)} “{Clipped.To(one.Item.Title, LongestTitle)}” ({Whose(one.Item.Provenance)}, {(int)one.Age.TotalDays} days old, {one.Item.Source})");

    private static string Whose(Provenance provenance) => provenance switch
    {
        Provenance.Operator => "your words",
        Provenance.Record => "from a Record",
        Provenance.Model => "worked out",
        _ => "words of somebody outside",
    };
}
