namespace AiOs.Agents.Intake.Classification;

/// <summary>The features that were seen in training, each with a row, a block and a weight of its rarity. Open addressing; grows.</summary>
internal sealed class Vocabulary
{
    private Slot[] _slots = new Slot[1 << 12];
    private Feature[] _features = new Feature[1 << 11];

    public int Count { get; private set; }

    public FeatureBlock Block(int row) => _features[row].Block;

    public float Rarity(int row) => _features[row].Rarity;

    public int Find(uint key)
    {
        var slots = _slots;
        var mask = (uint)slots.Length - 1;
        for (var i = key & mask; ; i = (i + 1) & mask)
        {
            var slot = slots[i];
            if (slot.Key == key)
            {
                return slot.Row;
            }

            if (slot.Key == 0)
            {
                return -1;
            }
        }
    }

    public int FindOrAdd(uint key, FeatureBlock block)
    {
        var row = Find(key);
        if (row >= 0)
        {
            return row;
        }

        if (Count * 2 >= _slots.Length)
        {
            Grow();
        }

        _features[Count] = new Feature(key, block, 0, 0);
        Insert(key, Count);
        return Count++;
    }

    public void CountDocument(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            _features[row] = _features[row] with { Documents = _features[row].Documents + 1 };
        }
    }

    /// <summary>Leaves out runs of letters and pairs of words that stand in one text only: they say nothing about another.</summary>
    /// <returns>A vocabulary of the rest.</returns>
    public Vocabulary WithoutSingles()
    {
        var kept = new Vocabulary();
        for (var row = 0; row < Count; row++)
        {
            var feature = _features[row];
            if (feature.Documents > 1 || feature.Block != FeatureBlock.Letters)
            {
                var at = kept.FindOrAdd(feature.Key, feature.Block);
                kept._features[at] = feature;
            }
        }

        return kept;
    }

    /// <summary>A copy that can learn on; the rows of this one stay as they are.</summary>
    public Vocabulary Copy() => new() { _slots = [.. _slots], _features = [.. _features], Count = Count };

    /// <summary>Weighs what was added after the rest was weighed: as if one text had it.</summary>
    /// <param name="from">The first row that was added.</param>
    /// <param name="documents">How many texts there were.</param>
    public void WeighAdded(int from, int documents)
    {
        for (var row = from; row < Count; row++)
        {
            var feature = _features[row];
            _features[row] = feature with { Rarity = feature.Block == FeatureBlock.Mark ? 1f : MathF.Log((1f + documents) / 2f) + 1f };
        }
    }

    /// <summary>Weighs each feature by how few texts have it; marks are all weighed alike.</summary>
    /// <param name="documents">How many texts there are.</param>
    public void WeighRarity(int documents)
    {
        for (var row = 0; row < Count; row++)
        {
            var feature = _features[row];
            var rarity = MathF.Log((1f + documents) / (1f + feature.Documents)) + 1f;
            _features[row] = feature with { Rarity = feature.Block == FeatureBlock.Mark ? 1f : rarity };
        }
    }

    private void Insert(uint key, int row)
    {
        var mask = (uint)_slots.Length - 1;
        var i = key & mask;
        while (_slots[i].Key != 0)
        {
            i = (i + 1) & mask;
        }

        _slots[i] = new Slot(key, row);
    }

    private void Grow()
    {
        _slots = new Slot[_slots.Length * 2];
        Array.Resize(ref _features, _slots.Length / 2);
        for (var row = 0; row < Count; row++)
        {
            Insert(_features[row].Key, row);
        }
    }

    private readonly record struct Slot(uint Key, int Row);

    private readonly record struct Feature(uint Key, FeatureBlock Block, float Rarity, int Documents);
}
