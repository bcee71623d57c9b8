namespace AiOs.Agents.Intake.Classification;

/// <summary>The features that were seen in training, each with a row, a block and a weight of its rarity. Open addressing; grows.</summary>
internal sealed class Vocabulary
{
    private uint[] _keys = new uint[1 << 12];
    private int[] _rows = new int[1 << 12];
    private FeatureBlock[] _blocks = new FeatureBlock[1 << 11];
    private float[] _rarity = new float[1 << 11];
    private int[] _documents = new int[1 << 11];

    public int Count { get; private set; }

    public FeatureBlock Block(int row) => _blocks[row];

    public float Rarity(int row) => _rarity[row];

    public int Find(uint key)
    {
        var keys = _keys;
        var mask = (uint)keys.Length - 1;
        for (var slot = key & mask; ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return _rows[slot];
            }

            if (keys[slot] == 0)
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

        if (Count * 2 >= _keys.Length)
        {
            Grow();
        }

        _blocks[Count] = block;
        Insert(key, Count);
        return Count++;
    }

    public void CountDocument(ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
        {
            _documents[row]++;
        }
    }

    /// <summary>Weighs each feature by how few texts have it; marks are all weighed alike.</summary>
    /// <param name="documents">How many texts there are.</param>
    public void WeighRarity(int documents)
    {
        for (var row = 0; row < Count; row++)
        {
            var rarity = MathF.Log((1f + documents) / (1f + _documents[row])) + 1f;
            _rarity[row] = _blocks[row] == FeatureBlock.Mark ? 1f : rarity;
        }
    }

    private void Insert(uint key, int row)
    {
        var mask = (uint)_keys.Length - 1;
        var slot = key & mask;
        while (_keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _keys[slot] = key;
        _rows[slot] = row;
    }

    private void Grow()
    {
        var (keys, rows) = (_keys, _rows);
        _keys = new uint[keys.Length * 2];
        _rows = new int[keys.Length * 2];
        Array.Resize(ref _blocks, keys.Length);
        Array.Resize(ref _rarity, keys.Length);
        Array.Resize(ref _documents, keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Insert(keys[i], rows[i]);
            }
        }
    }
}
