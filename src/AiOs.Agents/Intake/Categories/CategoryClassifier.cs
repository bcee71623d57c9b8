using AiOs.Agents.Intake.Classification;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;

namespace AiOs.Agents.Intake.Categories;

/// <summary>Weighs the categories of a message by what it learned from the examples.</summary>
internal sealed class CategoryClassifier
{
    /// <summary>Found once by cross-validation over the examples; a test holds it to that.</summary>
    public const double Temperature = 0.2;

    private readonly TextClassifier _classifier;
    private readonly Category[] _categories;

    public CategoryClassifier(IEnumerable<(ClassifierInput Input, string Label)> examples)
    {
        _classifier = TextClassifier.Train(examples, Temperature);
        _categories = [.. _classifier.Labels.Select(label => KebabEnumConverter<Category>.Parse(label)!.Value)];
    }

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
}
