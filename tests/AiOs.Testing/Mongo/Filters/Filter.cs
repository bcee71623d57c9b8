using AiOs.Testing.Mongo.Filters.Text;

namespace AiOs.Testing.Mongo.Filters;

/// <summary>A filter as the server understood it.</summary>
/// <param name="Test">Whether a document matches.</param>
/// <param name="Bounds">What every match has, for the choice of an index.</param>
/// <param name="Text">The text search in it, which also scores.</param>
internal sealed record Filter(DocumentTest Test, IReadOnlyList<FilterBound> Bounds, TextQuery? Text)
{
    public static Filter Everything { get; } = new(_ => true, [], null);
}
