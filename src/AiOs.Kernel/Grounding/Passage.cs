using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Grounding.Reading;

namespace AiOs.Kernel.Grounding;

/// <summary>Text in which values are looked for, and whose text it is. Each kind of value is read out of it once.</summary>
internal sealed class Passage(string text, Provenance provenance, string place)
{
    private readonly Dictionary<SensitiveKind, HashSet<string>> _found = [];

    public Provenance Provenance => provenance;

    public string Place => place;

    public RecordId? Record { get; init; }

    public long? Version { get; init; }

    public string? Field { get; init; }

    public bool Holds(SensitiveKind kind, IEnumerable<string> forms)
    {
        if (!_found.TryGetValue(kind, out var found))
        {
            _found[kind] = found = Readings.In(kind, text).ToHashSet(StringComparer.Ordinal);
        }

        return forms.Any(found.Contains);
    }

    /// <summary>
    /// Whether the operator or a Record says this of a field: of a Record that very field, of words the value as it is written or as its kind is read,
    /// never a part of a longer word.
    /// </summary>
    public bool Says(string name, string value)
    {
        if (value.Length == 0 || (provenance is Provenance.Record && Field != name))
        {
            return false;
        }

        return StandsAlone(value) || Enum.GetValues<SensitiveKind>().Any(kind => Readings.FormsOf(kind, value).ToList() is { Count: > 0 } forms && Holds(kind, forms));
    }

    private bool StandsAlone(string value)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
        {
            var end = at + value.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the value stands there letter by letter. Proves nothing; it only says where a foreign value comes from.</summary>
    public bool Shows(string value) => value.Length > 0 && text.Contains(value, StringComparison.OrdinalIgnoreCase);
}
