namespace AiOs.Contracts.Context;

/// <summary>
/// What the operator put right, worked out of the journal and nothing else: only their own authenticated words teach, never a mail.
/// Every answer has read the journal up to its durable end, so the next message after a correction is right.
/// </summary>
public interface ILessons
{
    /// <summary>The lessons that fit a case: of the same sender, or of a message that says nearly the same.</summary>
    /// <param name="like">The case.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that count, newest first; each still names its category, which the caller compares.</returns>
    Task<IReadOnlyList<Lesson>> FittingAsync(LessonCase like, CancellationToken cancellationToken);

    /// <summary>Every lesson that counts.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Newest first.</returns>
    Task<IReadOnlyList<Lesson>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Forgets all that was worked out; the next answer reads the journal from its start.</summary>
    void Restart();
}
