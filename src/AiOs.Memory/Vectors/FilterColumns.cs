using System.Runtime.InteropServices;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Vectors;

/// <summary>What a filter looks at, a column for each, so that whole filters are worked out before the first row is scored.</summary>
internal sealed class FilterColumns
{
    private const byte Superseded = 0x80;
    private const int ProvenanceShift = 4;

    private readonly List<byte> _classes = [];
    private readonly List<long> _from = [];
    private readonly List<long> _to = [];
    private readonly List<int[]> _subjects = [];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    /// <summary>Sets a row.</summary>
    /// <param name="row">The row; at most one beyond the last.</param>
    /// <param name="item">What stands there; nothing where nothing does.</param>
    public void Set(int row, KnowledgeItem? item)
    {
        if (row == _classes.Count)
        {
            _classes.Add(0);
            _from.Add(0);
            _to.Add(0);
            _subjects.Add([]);
        }

        // A row without a piece is true at no time and about nothing.
        _classes[row] = item is null
            ? Superseded
            : (byte)((int)item.Kind | ((int)item.Provenance << ProvenanceShift) | (item.SupersededBy is null ? 0 : Superseded));
        _from[row] = item is null ? long.MaxValue : item.ValidFrom?.UtcTicks ?? long.MinValue;
        _to[row] = item is null ? long.MinValue : item.ValidTo?.UtcTicks ?? long.MaxValue;
        _subjects[row] = item is null or { Subjects: [] } ? [] : [.. item.Subjects.Select(Name)];
    }

    /// <summary>Which rows pass.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="occupied">Whether something stands in a row.</param>
    /// <returns>A bit for each row.</returns>
    public ulong[] Mask(KnowledgeFilter filter, ReadOnlySpan<bool> occupied)
    {
        var mask = new ulong[(_classes.Count + 63) / 64];
        var allowed = Allowed(filter);
        var subjects = filter.Subjects?.Select(subject => _names.GetValueOrDefault(subject, -1)).ToHashSet();
        var at = filter.ValidAt?.UtcTicks;
        var classes = CollectionsMarshal.AsSpan(_classes);
        var from = CollectionsMarshal.AsSpan(_from);
        var to = CollectionsMarshal.AsSpan(_to);
        for (var row = 0; row < classes.Length; row++)
        {
            if (occupied[row]
                && allowed[classes[row]]
                && (at is not { } moment || (from[row] <= moment && moment < to[row]))
                && subjects?.Overlaps(_subjects[row]) != false)
            {
                mask[row / 64] |= 1UL << (row % 64);
            }
        }

        return mask;
    }

    /// <summary>Every class of kind, provenance and supersession, judged once.</summary>
    private static bool[] Allowed(KnowledgeFilter filter)
    {
        var allowed = new bool[256];
        for (var number = 0; number < allowed.Length; number++)
        {
            allowed[number] = (filter.History || (number & Superseded) == 0)
                && filter.Kinds?.Any(kind => (int)kind == (number & 0xf)) != false
                && filter.Provenances?.Any(provenance => (int)provenance == ((number & ~Superseded) >> ProvenanceShift)) != false;
        }

        return allowed;
    }

    private int Name(string subject)
    {
        if (!_names.TryGetValue(subject, out var number))
        {
            number = _names.Count;
            _names.Add(subject, number);
        }

        return number;
    }
}
