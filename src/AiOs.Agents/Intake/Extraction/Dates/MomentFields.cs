using System.Globalization;
using AiOs.Agents.Intake.Extraction.Tokens;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>Makes fields of days and times. A time that may be morning or afternoon makes none; with a day, the day stays.</summary>
internal static class MomentFields
{
    public static void Add(TokenText text, IReadOnlyList<MomentHit> moments, List<Found> found, List<string> notices)
    {
        foreach (var moment in moments.Where(moment => !moment.Rough))
        {
            var time = moment.Clock is { Open: false } clock ? clock.Time : default(TimeOnly?);
            if ((moment.Meant ?? moment.Day) is { } day)
            {
                var name = moment.Limit ? FieldName.Deadline : FieldName.Date;
                Add(moment, name, Moment.Write(day, time, moment.Zone, sentence => AddOnce(notices, sentence)));
            }
            else if (moment.Clock is { Sure: true } && time is { } alone)
            {
                Add(moment, FieldName.Time, alone.ToString("HH:mm", CultureInfo.InvariantCulture));
            }
        }

        void Add(MomentHit moment, FieldName name, string value) =>
            found.Add(new Found(text[moment.From].Start, new ExtractedField(name, value, text.Quote(moment.From, moment.Next))));
    }

    private static void AddOnce(List<string> notices, string sentence)
    {
        if (!notices.Contains(sentence))
        {
            notices.Add(sentence);
        }
    }
}
