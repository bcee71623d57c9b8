using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;

namespace AiOs.Memory.Tests.Support;

/// <summary>Pieces of knowledge, made at random from a seed.</summary>
internal sealed class Pieces(int seed)
{
    private static readonly string[] Words =
        ["invoice", "invoices", "Rechnung", "café", "Müller", "offer", "week", "price", "late", "the", "Łódź", "привет", "2026", "kitchen", "roof", "garden"];

    private readonly Random _random = new(seed);

    public static DateTimeOffset Moment { get; } = new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero);

    public static KnowledgeItem Of(string id, string text, string title = "", Provenance provenance = Provenance.Model) => new()
    {
        Id = new KnowledgeId(id),
        Kind = KnowledgeKind.Note,
        Title = title,
        Text = text,
        Source = new StreamId(id),
        Position = 1,
        At = Moment,
        Provenance = provenance,
    };

    public KnowledgeItem Next(int number) => Of($"work/{number:d4}", Text(30), Words[_random.Next(Words.Length)]) with
    {
        Kind = (KnowledgeKind)_random.Next(6),
        Provenance = (Provenance)_random.Next(4),
        At = Moment.AddDays(-_random.Next(400)),
        Subjects = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => "person/" + _random.Next(4)).Distinct()],
        Neighbourhood = _random.Next(2) == 0 ? null : "work/" + _random.Next(5),
        ValidFrom = _random.Next(3) == 0 ? Moment.AddDays(_random.Next(-5, 5)) : null,
        ValidTo = _random.Next(3) == 0 ? Moment.AddDays(_random.Next(-5, 5)) : null,
        SupersededBy = _random.Next(4) == 0 ? new KnowledgeId("work/0000") : null,
    };

    public KnowledgeFilter Filter() => new()
    {
        History = _random.Next(2) == 0,
        Kinds = _random.Next(2) == 0 ? [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (KnowledgeKind)_random.Next(6))] : null,
        Provenances = _random.Next(2) == 0 ? [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => (Provenance)_random.Next(4))] : null,
        Subjects = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _random.Next(3)).Select(_ => "person/" + _random.Next(5))] : null,
        ValidAt = _random.Next(2) == 0 ? Moment.AddDays(_random.Next(-6, 6)) : null,
    };

    public RecallQuery Query(KnowledgeFilter filter) => new()
    {
        Words = Text(5),
        Filter = filter,
        Subjects = _random.Next(2) == 0 ? [] : ["person/" + _random.Next(4)],
        Neighbourhood = _random.Next(2) == 0 ? null : "work/" + _random.Next(5),
        Now = Moment,
        Count = _random.Next(1, 12),
    };

    public KnowledgeItem[] Shuffled(IEnumerable<KnowledgeItem> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }

    public static KnowledgeVector VectorOf(KnowledgeItem item) => new(item.Id, LocalEmbedding.ModelId, LocalEmbedding.Embed(EmbeddedText.Of(item)));

    private string Text(int most) => string.Join(' ', Enumerable.Range(0, _random.Next(1, most)).Select(_ => Words[_random.Next(Words.Length)]));
}
