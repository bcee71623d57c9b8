using AiOs.Agents.Intake.Classification;
using AiOs.Contracts.Context;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Agents.Intake.Categories;

/// <summary>Weighs the categories of a message by what it learned from the examples.</summary>
internal sealed class CategoryClassifier
{
    /// <summary>Found once by cross-validation over the examples; a test holds it to that.</summary>
    public const double Temperature = 0.2;

    private const int MostTaught = 1_000;
    private readonly TextClassifier _classifier;
    private readonly Category[] _categories;

    public CategoryClassifier(IEnumerable<(ClassifierInput Input, string Label)> examples)
        : this(TextClassifier.Train(examples, Temperature))
    {
    }

    private CategoryClassifier(TextClassifier classifier)
    {
        _classifier = classifier;
        _categories = [.. _classifier.Labels.Select(label => KebabEnumConverter<Category>.Parse(label)!.Value)];
    }

    /// <summary>Makes one that also knows what the operator said; this one stays as it is.</summary>
    /// <param name="said">Messages and what they are, newest first; of very many only the newest count.</param>
    /// <returns>The other one.</returns>
    public CategoryClassifier Taught(IReadOnlyList<Lesson.Sorted> said) => new(_classifier.Adapt(
        [.. said.Take(MostTaught).Where(lesson => lesson.Sample.Length > 0).Reverse().Select(lesson => (Read(lesson.Sample), KebabEnumConverter<Category>.ToText(lesson.Category)))]));

    /// <summary>Works out probabilities.</summary>
    /// <param name="input">The message.</param>
    /// <param name="byCategory">Where they go, by the number of the category.</param>
    public void Weigh(ClassifierInput input, Span<double> byCategory)
    {
        Span<double> probabilities = stackalloc double[_categories.Length];
        _classifier.Weigh(input, probabilities);
        for (var k = 0; k < _categories.Length; k++)
        {
            byCategory[(int)_categories[k]] = probabilities[k];
        }
    }

    /// <summary>A lesson keeps the subject as the first line.</summary>
    private static ClassifierInput Read(string sample)
    {
        var end = sample.IndexOf('\n', StringComparison.Ordinal);
        return new ClassifierInput(sample[(end + 1)..], end < 0 ? null : sample[..end]);
    }
}
