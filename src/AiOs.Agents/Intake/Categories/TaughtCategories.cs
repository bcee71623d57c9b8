using AiOs.Contracts.Context;

namespace AiOs.Agents.Intake.Categories;

/// <summary>
/// The classifier with all that the operator said so far. It is made anew from the built-in one whenever that changes, so what was taken back or
/// forgotten is out of it with the next message. Safe to use from many threads at once.
/// </summary>
internal sealed class TaughtCategories(Lazy<CategoryClassifier> builtIn)
{
    private Known? _newest;

    /// <summary>The classifier for what was said.</summary>
    /// <param name="said">Messages and what they are, newest first.</param>
    /// <returns>The built-in one where nothing was said.</returns>
    public CategoryClassifier For(IReadOnlyList<Lesson.Sorted> said)
    {
        if (said.Count == 0)
        {
            Volatile.Write(ref _newest, null);
            return builtIn.Value;
        }

        var newest = Volatile.Read(ref _newest);
        if (newest is null || !newest.Said.SequenceEqual(said))
        {
            newest = new Known([.. said], builtIn.Value.Taught(said));
            Volatile.Write(ref _newest, newest);
        }

        return newest.Classifier;
    }

    private sealed record Known(IReadOnlyList<Lesson.Sorted> Said, CategoryClassifier Classifier);
}
