using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Storage.Conformance.Support;

/// <summary>Pieces of memory as a test needs them.</summary>
internal static class SomeKnowledge
{
    public const string Model = "hash-1";

    public static DateTimeOffset Moment { get; } = new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero);

    public static KnowledgeItem Item(string id, string text = "nothing much", long position = 1) => new()
    {
        Id = new KnowledgeId(id),
        Kind = KnowledgeKind.Note,
        Title = "A note",
        Text = text,
        Source = new StreamId(id.Split('#')[0]),
        Position = position,
        At = Moment,
        Provenance = Provenance.External,
    };

    /// <summary>Points into the direction of one of eight axes.</summary>
    public static KnowledgeVector Vector(string id, int axis, string model = Model)
    {
        var values = new float[8];
        values[axis] = 1;
        return new KnowledgeVector(new KnowledgeId(id), model, values);
    }

    /// <summary>Every way in which one piece may differ from another, all by one seed.</summary>
    public static IReadOnlyList<KnowledgeItem> Many(int seed, int count)
    {
        var random = new Random(seed);
        var kinds = Enum.GetValues<KnowledgeKind>();
        var provenances = Enum.GetValues<Provenance>();
        string[] subjects = ["person/aa", "person/bb", "record/client/berg", "record/client/BERG"];
        string[] words = ["invoice", "harbour", "Mädchen", "offer", "quiet", "train"];
        return
        [
            .. Enumerable.Range(0, count).Select(index => Item($"knowledge/{index:d4}", string.Join(' ', random.GetItems(words, 4)), 1 + (index / 3)) with
            {
                Kind = random.GetItems(kinds, 1)[0],
                Provenance = random.GetItems(provenances, 1)[0],
                Subjects = [.. random.GetItems(subjects, random.Next(4)).Distinct()],
                Neighbourhood = random.Next(2) == 0 ? null : "work/1",
                ValidFrom = random.Next(2) == 0 ? null : Moment.AddHours(random.Next(-5, 5)),
                ValidTo = random.Next(2) == 0 ? null : Moment.AddHours(random.Next(-5, 5)),
                SupersededBy = random.Next(4) == 0 ? new KnowledgeId("knowledge/0000") : null,
            }),
        ];
    }

    /// <summary>Filters that leave much, little and nothing.</summary>
    public static IReadOnlyList<KnowledgeFilter> Filters() =>
    [
        KnowledgeFilter.All,
        new KnowledgeFilter { History = true },
        new KnowledgeFilter { Kinds = [] },
        new KnowledgeFilter { Kinds = [KnowledgeKind.Note, KnowledgeKind.Output] },
        new KnowledgeFilter { Subjects = [], History = true },
        new KnowledgeFilter { Subjects = ["person/aa"], History = true },
        new KnowledgeFilter { Subjects = ["person/bb", "record/client/berg", "person/none"] },
        new KnowledgeFilter { Subjects = ["person/a"] },
        new KnowledgeFilter { Provenances = [] },
        new KnowledgeFilter { Provenances = [Provenance.Operator, Provenance.Record], History = true },
        new KnowledgeFilter { ValidAt = Moment },
        new KnowledgeFilter { ValidAt = Moment.AddHours(3), History = true },
        new KnowledgeFilter { ValidAt = Moment.AddDays(9), Kinds = [KnowledgeKind.Message], Subjects = ["person/aa"], Provenances = [Provenance.External], History = true },
    ];
}
