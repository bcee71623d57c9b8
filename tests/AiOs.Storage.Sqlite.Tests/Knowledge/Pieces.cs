using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Storage.Sqlite.Tests.Knowledge;

/// <summary>Pieces of knowledge, made at random from a seed.</summary>
internal sealed class Pieces(int seed)
{
    private static readonly string[] Words =
        ["invoice", "Rechnung", "café", "Müller", "offer", "week", "price", "late", "the", "Łódź", "привет", "2026", "kitchen", "roof", "garden", "Straße"];

    private readonly Random _random = new(seed);

    public static DateTimeOffset Moment { get; } = new(2026, 11, 22, 13, 19, 0, TimeSpan.Zero);

    public static KnowledgeItem Of(string id, string text, string title = "A title", long position = 1, string? source = null) => new()
    {
        Id = new KnowledgeId(id),
        Kind = KnowledgeKind.Note,
        Title = title,
        Text = text,
        Source = new StreamId(source ?? id),
        Position = position,
        At = Moment,
        Provenance = Provenance.Operator,
    };

    public KnowledgeItem Next(int number)
    {
        var text = string.Join(' ', Enumerable.Range(0, _random.Next(1, 60)).Select(_ => Words[_random.Next(Words.Length)]));
        return Of($"work/{number:d4}", text, Words[_random.Next(Words.Length)], _random.Next(1, 50), $"stream/{number % 7}") with
        {
            Kind = (KnowledgeKind)_random.Next(6),
            Provenance = (Provenance)_random.Next(4),
            Subjects = [.. Enumerable.Range(0, _random.Next(3)).Select(_ => "person/" + _random.Next(4)).Distinct()],
            Neighbourhood = _random.Next(2) == 0 ? null : "work/" + _random.Next(5),
            ValidFrom = _random.Next(3) == 0 ? Moment.AddDays(_random.Next(-5, 5)) : null,
            ValidTo = _random.Next(3) == 0 ? Moment.AddDays(_random.Next(-5, 5)) : null,
            SupersededBy = _random.Next(4) == 0 ? new KnowledgeId("work/0000") : null,
        };
    }

    public KnowledgeFilter Filter() => new()
    {
        History = _random.Next(2) == 0,
        Kinds = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _random.Next(4)).Select(_ => (KnowledgeKind)_random.Next(6))] : null,
        Provenances = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _random.Next(4)).Select(_ => (Provenance)_random.Next(4))] : null,
        Subjects = _random.Next(3) == 0 ? [.. Enumerable.Range(0, _random.Next(3)).Select(_ => "person/" + _random.Next(5))] : null,
        ValidAt = _random.Next(2) == 0 ? Moment.AddDays(_random.Next(-6, 6)) : null,
    };

    public string Query() => string.Join(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Words[_random.Next(Words.Length)]));

    public KnowledgeVector Vector(KnowledgeItem item, string model = "m@1") =>
        new(item.Id, model, Enumerable.Range(0, 8).Select(_ => (float)_random.NextDouble()).ToArray());

    public int Number(int below) => _random.Next(below);
}
