namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Sorts texts into labels that it learned from examples. Deterministic: the same examples in the same order give the same classifier.
/// Safe to use from many threads at once.
/// </summary>
public sealed class TextClassifier
{
    private readonly Vocabulary _vocabulary;
    private readonly LinearModel _model;
    private readonly double _temperature;
    private readonly int _texts;
    private FeatureTally? _spare;

    private TextClassifier(IReadOnlyList<string> labels, Vocabulary vocabulary, LinearModel model, double temperature, int texts)
    {
        _texts = texts;
        Labels = labels;
        _vocabulary = vocabulary;
        _model = model;
        _temperature = temperature;
    }

    /// <summary>The labels, in the order in which training met them first.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Trains on plain texts.</summary>
    /// <param name="examples">Texts with their labels; at least one.</param>
    /// <returns>The classifier.</returns>
    public static TextClassifier Train(IEnumerable<(string Text, string Label)> examples) =>
        Train(examples.Select(example => (new ClassifierInput(example.Text), example.Label)));

    /// <summary>Trains on texts with subject and marks.</summary>
    /// <param name="examples">Texts with their labels; at least one.</param>
    /// <param name="temperature">What scores are divided by; found by setting a quarter of the examples aside where nothing is given.</param>
    /// <returns>The classifier.</returns>
    public static TextClassifier Train(IEnumerable<(ClassifierInput Input, string Label)> examples, double? temperature = null)
    {
        var known = examples.ToList();
        var labels = known.Select(example => example.Label).Distinct(StringComparer.Ordinal).ToList();
        var numbers = labels.Select((label, i) => (label, i)).ToDictionary(x => x.label, x => x.i, StringComparer.Ordinal);
        var right = known.Select(example => numbers[example.Label]).ToArray();
        var inputs = known.Select(example => example.Input).ToList();
        var vocabulary = Learn(inputs);
        var vectors = Vectors(inputs, vocabulary);
        var model = Fit(vectors, right, vocabulary.Count, labels.Count);
        return new TextClassifier(labels, vocabulary, model, temperature ?? Calibrate(vectors, right, vocabulary.Count, labels.Count), known.Count);
    }

    /// <summary>
    /// Makes a classifier that knows these examples as well. It moves no further from this one than they need, so all else stays as it was;
    /// it takes milliseconds, and this one is not changed.
    /// </summary>
    /// <param name="examples">Texts with labels that this one knows.</param>
    /// <returns>The other classifier.</returns>
    public TextClassifier Adapt(IReadOnlyList<(ClassifierInput Input, string Label)> examples)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var vocabulary = _vocabulary.Copy();
        var inputs = examples.Select(example => example.Input).ToList();
        Meet(inputs, vocabulary);
        vocabulary.WeighAdded(_vocabulary.Count, _texts);
        var model = new LinearModel(_model, vocabulary.Count);
        var numbers = Labels.Select((label, i) => (label, i)).ToDictionary(x => x.label, x => x.i, StringComparer.Ordinal);
        new DualTrainer(Vectors(inputs, vocabulary), [.. examples.Select(example => numbers[example.Label])], model).Run();
        return new TextClassifier(Labels, vocabulary, model, _temperature, _texts);
    }

    /// <summary>Sorts a plain text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>All labels, likeliest first.</returns>
    public IReadOnlyList<LabelScore> Classify(string text) => Classify(new ClassifierInput(text));

    /// <summary>Sorts a text with subject and marks.</summary>
    /// <param name="input">What is known of it.</param>
    /// <returns>All labels, likeliest first.</returns>
    public IReadOnlyList<LabelScore> Classify(ClassifierInput input)
    {
        var probabilities = new double[Labels.Count];
        Weigh(input, probabilities);
        var order = new int[probabilities.Length];
        for (var k = 0; k < order.Length; k++)
        {
            order[k] = k;
        }

        Array.Sort(order, (a, b) => probabilities[b] == probabilities[a] ? a - b : probabilities[b].CompareTo(probabilities[a]));
        return Array.ConvertAll(order, k => new LabelScore(Labels[k], probabilities[k]));
    }

    /// <summary>Sorts without making anything.</summary>
    /// <param name="input">What is known of the text.</param>
    /// <param name="probabilities">The probability of each label, in the order of <see cref="Labels"/>.</param>
    public void Weigh(ClassifierInput input, Span<double> probabilities)
    {
        var tally = Interlocked.Exchange(ref _spare, null) ?? new FeatureTally();
        var sink = new FeatureTally.Known(_vocabulary, tally);
        FeatureReader.Read(input, ref sink);
        tally.Weigh(_vocabulary);
        Span<float> scores = _model.Stride <= 256 ? stackalloc float[_model.Stride] : new float[_model.Stride];
        _model.Score(tally.Rows, tally.Values, scores);
        Temperature.Apply(scores[..Labels.Count], _temperature, probabilities);
        tally.Clear();
        _spare = tally;
    }

    private static Vocabulary Learn(List<ClassifierInput> inputs)
    {
        var all = new Vocabulary();
        Meet(inputs, all);
        var vocabulary = all.WithoutSingles();
        vocabulary.WeighRarity(inputs.Count);
        return vocabulary;
    }

    private static void Meet(List<ClassifierInput> inputs, Vocabulary vocabulary)
    {
        var tally = new FeatureTally();
        foreach (var input in inputs)
        {
            var learning = new FeatureTally.Learning(vocabulary, tally);
            FeatureReader.Read(input, ref learning);
            vocabulary.CountDocument(tally.Rows);
            tally.Clear();
        }
    }

    private static List<SparseVector> Vectors(List<ClassifierInput> inputs, Vocabulary vocabulary)
    {
        var tally = new FeatureTally();
        var vectors = new List<SparseVector>(inputs.Count);
        foreach (var input in inputs)
        {
            var known = new FeatureTally.Known(vocabulary, tally);
            FeatureReader.Read(input, ref known);
            tally.Weigh(vocabulary);
            vectors.Add(new SparseVector(tally.Rows.ToArray(), tally.Values.ToArray()));
            tally.Clear();
        }

        return vectors;
    }

    private static LinearModel Fit(IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, int features, int labelCount)
    {
        var model = new LinearModel(features, labelCount);
        new DualTrainer(vectors, labels, model).Run();
        return model;
    }

    /// <summary>
    /// Sets every fourth example of each label aside, trains on the rest, and looks at how the scores come true on those.
    /// </summary>
    private static double Calibrate(List<SparseVector> vectors, int[] labels, int features, int labelCount)
    {
        var met = new int[labelCount];
        var aside = labels.Select(label => met[label]++ % 4 == 3).ToArray();
        var kept = Enumerable.Range(0, labels.Length).Where(i => !aside[i]).ToArray();
        var model = Fit(Array.ConvertAll(kept, i => vectors[i]), Array.ConvertAll(kept, i => labels[i]), features, labelCount);
        var scores = new List<float[]>();
        var right = new List<int>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (aside[i])
            {
                var buffer = new float[model.Stride];
                model.Score(vectors[i].Rows, vectors[i].Values, buffer);
                scores.Add(buffer[..labelCount]);
                right.Add(labels[i]);
            }
        }

        return scores.Count == 0 ? 1.0 : Temperature.Fit(scores, right);
    }
}
