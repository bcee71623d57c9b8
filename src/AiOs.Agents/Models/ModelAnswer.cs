namespace AiOs.Agents.Models;

/// <summary>What a model said, or why it said nothing.</summary>
/// <typeparam name="T">The answer's record.</typeparam>
public abstract record ModelAnswer<T>
    where T : class
{
    private ModelAnswer()
    {
    }

    /// <summary>It answered in the form that was asked for. Nothing in it is checked but its form.</summary>
    /// <param name="Value">The answer.</param>
    public sealed record Given(T Value) : ModelAnswer<T>;

    /// <summary>There is no answer.</summary>
    /// <param name="Why">One clause for the card, such as <c>the model did not answer in time</c>.</param>
    public sealed record Missing(string Why) : ModelAnswer<T>;
}
