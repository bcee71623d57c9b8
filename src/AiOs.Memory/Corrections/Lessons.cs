using AiOs.Contracts.Context;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;

namespace AiOs.Memory.Corrections;

/// <summary>Answers from the book of lessons, which has read the journal to its end first.</summary>
internal sealed class Lessons(JournalTail tail, LessonBook book, IJournalFeed feed) : ILessons
{
    public async Task<IReadOnlyList<Lesson>> FittingAsync(LessonCase like, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(like);
        await tail.CatchUpAsync(cancellationToken);
        var sender = like.Message.Sender?.Address is { Length: > 0 } address ? feed.SubjectOf(address) : null;
        var sample = LessonFit.SampleOf(like.Message);
        var typed = like.Authority is Authority.Operator && like.Message.Origin is ContentOrigin.Typed;
        return [.. book.Current.Where(lesson => !(typed && lesson is Lesson.Sorted) && LessonFit.Fits(lesson, sender, sample))];
    }

    public async Task<IReadOnlyList<Lesson>> ListAsync(CancellationToken cancellationToken)
    {
        await tail.CatchUpAsync(cancellationToken);
        return book.Current;
    }

    public void Restart() => tail.Restart();
}
