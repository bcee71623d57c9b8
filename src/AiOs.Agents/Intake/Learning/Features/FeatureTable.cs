namespace AiOs.Agents.Intake.Learning.Features;

/// <summary>
/// Every feature that was met in learning, with how many texts and how many labels have it, and how much it therefore counts. Grows with each
/// example; what counts little now may count more later.
/// </summary>
internal sealed class FeatureTable
{
    private static readonly float[] FewWeights = [0.02f, 0.02f, 0.05f, 1f, 0.8f, 0.12f, 0.8f, 0.2f];
    private static readonly float[] ManyWeights = [0.3f, 0.3f, 0.3f, 0.7f, 0.6f, 0.5f, 0.5f, 0.3f];
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly HashSet<long> _withLabel = [];
    private readonly List<Row> _known = [];
    private int _texts;

    public int Count => _known.Count;

    public int Labels { get; set; }

    /// <summary>Takes in one example.</summary>
    /// <param name="features">What its text shows.</param>
    /// <param name="label">The number of its label.</param>
    /// <returns>The same features by their rows.</returns>
    public SparseText Learn(TextFeature[] features, int label)
    {
        _texts++;
        var rows = new int[features.Length];
        var counts = new float[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            ref var row = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_rows, KeyOf(features[i]), out var met);
            if (!met)
            {
                row = _known.Count;
                _known.Add(new Row(features[i].Kind, 0, 0));
            }

            var known = _known[row];
            _known[row] = known with { Texts = known.Texts + 1, Labels = known.Labels + (_withLabel.Add(((long)row << 32) | (uint)label) ? 1 : 0) };
            rows[i] = row;
            counts[i] = Tame(features[i].Count);
        }

        return new SparseText(rows, counts);
    }

    /// <summary>The features of a text that is not learned; those never met are left out.</summary>
    public SparseText Find(TextFeature[] features)
    {
        var rows = new List<int>(features.Length);
        var counts = new List<float>(features.Length);
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(KeyOf(feature), out var row))
            {
                rows.Add(row);
                counts.Add(Tame(feature.Count));
            }
        }

        return new SparseText([.. rows], [.. counts]);
    }

    /// <summary>What each feature of a text counts now; the whole has length one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">Where the values go, in the order of its rows.</param>
    public void Weigh(SparseText text, Span<float> values)
    {
        Span<float> squares = stackalloc float[FewWeights.Length];
        squares.Clear();
        for (var i = 0; i < text.Rows.Length; i++)
        {
            var row = _known[text.Rows[i]];
            values[i] = text.Counts[i] * Rarity(row);
            squares[(int)row.Kind] += values[i] * values[i];
        }

        var many = Many;
        var whole = 0f;
        for (var kind = 0; kind < squares.Length; kind++)
        {
            var weight = FewWeights[kind] + (many * (ManyWeights[kind] - FewWeights[kind]));
            whole += squares[kind] > 0 ? weight : 0;
            squares[kind] = squares[kind] > 0 ? MathF.Sqrt(weight / squares[kind]) : 0;
        }

        var length = whole > 0 ? 1 / MathF.Sqrt(whole) : 0;
        for (var i = 0; i < text.Rows.Length; i++)
        {
            values[i] *= squares[(int)_known[text.Rows[i]].Kind] * length;
        }
    }

    /// <summary>From 0, some five examples for each label, to 1, fifty and more: with few, what is alike counts for more than what is exact.</summary>
    public float Many => Math.Clamp(MathF.Log(Math.Max(1f, _texts / (Math.Max(1, Labels) * 8f))) / 2f, 0, 1);

    /// <summary>Pairs and letters that stand in one text only say nothing about another.</summary>
    private float Rarity(Row row)
    {
        if (row.Texts < 2 && row.Kind is not (FeatureKind.Word or FeatureKind.Stem or FeatureKind.Group))
        {
            return 0;
        }

        var ofTexts = MathF.Log((1f + _texts) / (1f + row.Texts)) + 1;
        return Labels < 8 ? ofTexts : Math.Max(0.1f, (0.3f * ofTexts) + MathF.Log((1f + Labels) / (0.5f + row.Labels)));
    }

    private static ulong KeyOf(TextFeature feature) => ((ulong)feature.Kind << 32) | feature.Key;

    private static float Tame(float count) => 1 + MathF.Log(count);

    private readonly record struct Row(FeatureKind Kind, int Texts, int Labels);
}
