using AiOs.Contracts.Cards;

namespace AiOs.Contracts.Schedules;

/// <summary>What came of a job.</summary>
public abstract record JobReport
{
    private JobReport()
    {
    }

    /// <summary>It did its work, and here is how one can see that.</summary>
    public sealed record Proved : JobReport
    {
        /// <summary>Makes a report. Throws <see cref="ArgumentException"/> without any proof: nothing is good because it ran.</summary>
        /// <param name="sentence">What was done.</param>
        /// <param name="proof">What was counted or found; at least one.</param>
        public Proved(string sentence, IReadOnlyList<Fact> proof)
        {
            ArgumentNullException.ThrowIfNull(proof);
            if (proof.Count == 0)
            {
                throw new ArgumentException("A job that proves nothing has done nothing.", nameof(proof));
            }

            Sentence = sentence;
            Proof = proof;
        }

        /// <summary>What was done, for people.</summary>
        public string Sentence { get; }

        /// <summary>What was counted or found.</summary>
        public IReadOnlyList<Fact> Proof { get; }
    }

    /// <summary>It did not do its work, or found that something is wrong.</summary>
    /// <param name="Sentence">What is wrong and what to do.</param>
    /// <param name="MayRetry">Whether another attempt makes sense.</param>
    public sealed record Failed(string Sentence, bool MayRetry) : JobReport;
}
