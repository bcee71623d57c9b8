using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;

namespace AiOs.Storage.Mongo.Tests.Support;

/// <summary>Pieces of knowledge.</summary>
internal static class Pieces
{
    public const string Model = "test-model@1";

    public static KnowledgeId Id(string name) => new("knowledge/" + name);

    public static KnowledgeItem Note(string name, string text = "nothing much", long position = 1) => new()
    {
        Id = Id(name),
        Kind = KnowledgeKind.Note,
        Title = "About " + name,
        Text = text,
        Source = new StreamId("knowledge/" + name),
        Position = position,
        At = DateTimeOffset.UnixEpoch.AddTicks(position),
        Provenance = Provenance.Operator,
    };

    public static KnowledgeBatch Batch(long position, params KnowledgeItem[] items) => new(position) { Items = items };

    public static KnowledgeVector Vector(string name, params float[] values) => new(Id(name), Model, values);
}
