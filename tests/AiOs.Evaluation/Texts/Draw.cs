using AiOs.Agents.Intake.Learning;

namespace AiOs.Evaluation.Texts;

/// <summary>Seeded draws: the same seed gives the same examples, whatever the labels are called.</summary>
internal static class Draw
{
    /// <summary>Parts the examples of each label: a share to be scored, the rest to be learned.</summary>
    public static (List<LearnedExample> Learned, List<LearnedExample> Scored) Apart(List<LearnedExample> examples, double share, int seed)
    {
        var (learned, scored) = (new List<LearnedExample>(), new List<LearnedExample>());
        foreach (var label in Shuffled(examples, seed).GroupBy(example => example.Label))
        {
            var aside = (int)Math.Round(label.Count() * share);
            scored.AddRange(label.Take(aside));
            learned.AddRange(label.Skip(aside));
        }

        return (learned, scored);
    }

    /// <summary>So many examples of each label.</summary>
    public static List<LearnedExample> Of(List<LearnedExample> examples, int each, int seed) =>
        [.. Shuffled(examples, seed).GroupBy(example => example.Label).SelectMany(label => label.Take(each))];

    public static List<LearnedExample> Shuffled(List<LearnedExample> examples, int seed)
    {
        var shuffled = examples.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }
}
