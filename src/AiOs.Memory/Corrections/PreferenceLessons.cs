using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Journal;

namespace AiOs.Memory.Corrections;

/// <summary>Folds the preference out of its stream. Pure. One whose words were forgotten is none any more.</summary>
internal static class PreferenceLessons
{
    public static IReadOnlyList<Lesson> Of(IReadOnlyList<FeedCommit> stream) =>
    [
        .. from commit in stream
           from learned in commit.Events.OfType<PreferenceLearned>()
           where learned.Personal is not null
           select new Lesson.Preferred(
               new Preference(learned.Kind, learned.Personal!.Value) { Instead = learned.Personal.Instead, Language = learned.Language, Agent = learned.Agent },
               learned.Channel is not null)
           {
               Number = commit.Position,
               At = commit.At,
               Source = commit.Stream,
           },
    ];

    /// <summary>Those that count: of two about the same the newer one.</summary>
    /// <param name="lessons">Newest first.</param>
    public static IEnumerable<Lesson> InForce(IReadOnlyList<Lesson> lessons)
    {
        var wanted = new List<Preference>();
        foreach (var lesson in lessons)
        {
            if (lesson is Lesson.Preferred preferred)
            {
                if (wanted.Exists(preferred.Wanted.IsAboutTheSame))
                {
                    continue;
                }

                wanted.Add(preferred.Wanted);
            }

            yield return lesson;
        }
    }
}
