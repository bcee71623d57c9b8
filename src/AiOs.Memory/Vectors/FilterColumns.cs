using System.Runtime.InteropServices;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Vectors;

/// <summary>What a filter looks at, a column for each, so that whole filters are worked out before the first row is scored.</summary>
internal sealed class FilterColumns
{
    /// <summary>Where no piece stands; no piece is of a last kind and a last provenance at once.</summary>
    private const byte Gone = 0xff;
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
            _classes.Add(Gone);
            _from.Add(0);
            _to.Add(0);
            _subjects.Add([]);
        }

        _classes[row] = item is null
            ? Gone
            : (byte)((int)item.Kind | ((int)item.Provenance << ProvenanceShift) | (item.SupersededBy is null ? 0 : Superseded));
        _from[row] = item?.ValidFrom?.UtcTicks ?? long.MinValue;
        _to[row] = item?.ValidTo?.UtcTicks ?? long.MaxValue;
        _subjects[row] = item is null or { Subjects: [] } ? [] : [.. item.Subjects.Select(Name)];
    }

    /// <summary>Which rows pass.</summary>
    /// <param name="filter">The filter.</param>
    /// <returns>A bit for each row.</returns>
    public ulong[] Mask(KnowledgeFilter filter)
    {
        var mask = OfClasses(Allowed(filter));
        if (filter.ValidAt is { UtcTicks: var at })
        {
            var from = CollectionsMarshal.AsSpan(_from);
            var to = CollectionsMarshal.AsSpan(_to);
            for (var row = 0; row < from.Length; row++)
            {
                mask[row / 64] &= from[row] <= at && at < to[row] ? ulong.MaxValue : ~(1UL << (row % 64));
            }
        }

        if (filter.Subjects?.Select(subject => _names.GetValueOrDefault(subject, -1)).ToHashSet() is { } wanted)
        {
            for (var row = 0; row < _subjects.Count; row++)
            {
                mask[row / 64] &= Array.Exists(_subjects[row], wanted.Contains) ? ulong.MaxValue : ~(1UL << (row % 64));
            }
        }

        return mask;
    }

    /// <summary>Without a branch: this runs over every row of every search.</summary>
    private ulong[] OfClasses(byte[] allowed)
    {
        var classes = CollectionsMarshal.AsSpan(_classes);
        var mask = new ulong[(classes.Length + 63) / 64];
        for (var word = 0; word < mask.Length; word++)
        {
            var rows = classes[(word * 64)..Math.Min(classes.Length, (word * 64) + 64)];
            var bits = 0UL;
            for (var row = 0; row < rows.Length; row++)
            {
                bits |= (ulong)allowed[rows[row]] << row;
            }

            mask[word] = bits;
        }

        return mask;
    }

    /// <summary>Every class of kind, provenance and supersession, judged once: 1 where it passes.</summary>
    private static byte[] Allowed(KnowledgeFilter filter)
    {
        var allowed = new byte[256];
        for (var number = 0; number < Gone; number++)
        {
            var passes = (filter.History || (number & Superseded) == 0)
                && filter.Kinds?.Any(kind => (int)kind == (number & 0xf)) != false
                && filter.Provenances?.Any(provenance => (int)provenance == ((number & ~Superseded) >> ProvenanceShift)) != false;
            allowed[number] = passes ? (byte)1 : (byte)0;
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
