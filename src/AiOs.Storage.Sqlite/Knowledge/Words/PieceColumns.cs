using System.Runtime.InteropServices;
using AiOs.Storage.Sqlite.Database;
using AiOs.Storage.Sqlite.Reading;

namespace AiOs.Storage.Sqlite.Knowledge.Words;

/// <summary>What filters look at and how long a piece is, by row, in memory: 21 bytes a piece, so that a filter over all rows reads no page.</summary>
internal sealed class PieceColumns
{
    /// <summary>Where no piece stands; no piece is of a last kind and a last provenance at once.</summary>
    private const byte Gone = 0xff;
    private const byte Superseded = 0x80;
    private const int ProvenanceShift = 4;
    private const string Select = "SELECT row, kind, provenance, superseded, size, valid_from, valid_to FROM knowledge";

    private readonly List<byte> _classes = [];
    private readonly List<int> _sizes = [];
    private readonly List<long> _from = [];
    private readonly List<long> _to = [];

    /// <summary>One more than the last row.</summary>
    public int Count => _classes.Count;

    /// <summary>The size of a piece, in characters.</summary>
    public ReadOnlySpan<int> Sizes => CollectionsMarshal.AsSpan(_sizes);

    /// <summary>Reads every row.</summary>
    /// <param name="reader">Where to read.</param>
    public void Load(JournalReader reader)
    {
        Clear();
        Take(reader.Of(Select));
    }

    /// <summary>Reads a row anew.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="row">The row; gone where nothing stands there.</param>
    public void Refresh(JournalReader reader, int row)
    {
        if (row < Count)
        {
            Set(row, Gone, 0, 0, 0);
        }

        Take(reader.Of(Select + " WHERE row = ?").Bind(1, row));
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _classes.Clear();
        _sizes.Clear();
        _from.Clear();
        _to.Clear();
    }

    /// <summary>Which rows pass.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="reader">Where subjects are looked up.</param>
    /// <param name="passing">Room for <see cref="Count"/> rows.</param>
    public void Mark(KnowledgeFilterSql filter, JournalReader reader, Span<bool> passing)
    {
        var allowed = Allowed(filter);
        var classes = CollectionsMarshal.AsSpan(_classes);
        var from = CollectionsMarshal.AsSpan(_from);
        var to = CollectionsMarshal.AsSpan(_to);
        var at = filter.At;
        var about = filter.RowsAbout(reader);
        for (var row = 0; row < passing.Length; row++)
        {
            passing[row] = allowed[classes[row]]
                && (at is not { } moment || (from[row] <= moment && moment < to[row]))
                && about?.Contains(row) != false;
        }
    }

    /// <summary>Every class of kind, provenance and supersession, judged once.</summary>
    private static bool[] Allowed(KnowledgeFilterSql filter)
    {
        var allowed = new bool[256];
        for (var number = 0; number < Gone; number++)
        {
            allowed[number] = filter.Allows(number & 0xf, (number & ~Superseded) >> ProvenanceShift, (number & Superseded) != 0);
        }

        return allowed;
    }

    private void Take(Statement rows)
    {
        try
        {
            while (rows.Step())
            {
                var row = checked((int)rows.Long(0));
                Grow(row + 1);
                var kind = rows.Int(1) | (rows.Int(2) << ProvenanceShift) | (rows.Int(3) == 0 ? 0 : Superseded);
                Set(row, (byte)kind, rows.Int(4), rows.IsNull(5) ? long.MinValue : rows.Long(5), rows.IsNull(6) ? long.MaxValue : rows.Long(6));
            }
        }
        finally
        {
            rows.Reset();
        }
    }

    private void Grow(int rows)
    {
        while (Count < rows)
        {
            _classes.Add(Gone);
            _sizes.Add(0);
            _from.Add(0);
            _to.Add(0);
        }
    }

    private void Set(int row, byte kind, int size, long from, long to) =>
        (_classes[row], _sizes[row], _from[row], _to[row]) = (kind, size, from, to);
}
