namespace AiOs.Agents.Intake.Classification;

/// <summary>
/// Turns scores into probabilities: one number, chosen so that on texts the model has not seen they come true as often as
/// they say.
/// </summary>
internal static class Temperature
{
    private const double Smallest = 0.05;
    private const double Largest = 3.0;
    private const int Steps = 24;

    /// <summary>Finds the number under which the right labels are likeliest, by golden section.</summary>
    /// <param name="scores">Scores of unseen texts, one row each.</param>
    /// <param name="labels">Their right labels.</param>
    /// <returns>What scores are divided by.</returns>
    public static double Fit(IReadOnlyList<float[]> scores, IReadOnlyList<int> labels)
    {
        const double section = 0.618_033_988_749_894_8;
        var (low, high) = (Math.Log(Smallest), Math.Log(Largest));
        for (var step = 0; step < Steps; step++)
        {
            var left = high - ((high - low) * section);
            var right = low + ((high - low) * section);
            if (Loss(scores, labels, Math.Exp(left)) < Loss(scores, labels, Math.Exp(right)))
            {
                high = right;
            }
            else
            {
                low = left;
            }
        }

        return Math.Exp((low + high) / 2);
    }

    public static void Apply(ReadOnlySpan<float> scores, double temperature, Span<double> probabilities)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores)
        {
            highest = Math.Max(highest, score);
        }

        var sum = 0.0;
        for (var k = 0; k < scores.Length; k++)
        {
            probabilities[k] = Math.Exp((scores[k] - highest) / temperature);
            sum += probabilities[k];
        }

        for (var k = 0; k < scores.Length; k++)
        {
            probabilities[k] /= sum;
        }
    }

    private static double Loss(IReadOnlyList<float[]> scores, IReadOnlyList<int> labels, double temperature)
    {
        var loss = 0.0;
        Span<double> probabilities = new double[scores.Count == 0 ? 0 : scores[0].Length];
        for (var i = 0; i < scores.Count; i++)
        {
            Apply(scores[i], temperature, probabilities);
            loss -= Math.Log(Math.Max(probabilities[labels[i]], 1e-12));
        }

        return loss;
    }
}
