using AiOs.Contracts.Context;
using AiOs.Contracts.Messages;

namespace AiOs.Memory.Corrections;

/// <summary>
/// Whether a lesson fits a message. Conservative: a lesson that is missed costs one more correction, one that is taken wrongly costs trust.
/// </summary>
internal static class LessonFit
{
    public const int LongestSample = 4_000;

    /// <summary>Of the same sender a third of the words in common is enough to be about the same kind of thing: a sender also writes of other matters.</summary>
    private const double LikeOfSameSender = 0.3;

    /// <summary>Of anybody else it must say nearly the same, as forms and circulars do; two inquiries about one trade reach about a half.</summary>
    private const double LikeOfAnybody = 0.75;

    public static string SampleOf(MessageContent message)
    {
        var whole = (message.Subject ?? string.Empty).Trim() + "\n" + message.Text.Trim();
        return whole.Length > LongestSample ? whole[..LongestSample] : whole;
    }

    public static bool Fits(Lesson lesson, string? sender, string sample)
    {
        if (lesson is Lesson.Preferred)
        {
            return true;
        }

        if (lesson is Lesson.Restated || lesson.Sample.Length == 0)
        {
            return false;
        }

        // What was turned down was an answer to somebody; another one may well get it.
        var sameSender = sender is not null && lesson.Sender == sender;
        if (lesson is Lesson.Rejected && !sameSender)
        {
            return false;
        }

        if (string.Equals(lesson.Sample, sample, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // How the operator writes to somebody does not depend on what it is about.
        return (sameSender && lesson is Lesson.Edited) || Likeness.Of(lesson.Sample, sample) >= (sameSender ? LikeOfSameSender : LikeOfAnybody);
    }
}
