using AiOs.Agents.Intake.Extraction.Dates.Clocks;
using AiOs.Agents.Intake.Extraction.Tokens;

namespace AiOs.Agents.Intake.Extraction.Dates;

/// <summary>The words of dates in English and German, and of months in French and Spanish.</summary>
internal static class DateWords
{
    public static WordTable<int> Months { get; } = WordTable<int>.Of(
        (1, "january jan januar jänner janvier enero"),
        (2, "february feb februar février febrero"),
        (3, "march mar märz mrz mars marzo"),
        (4, "april apr avril abril"),
        (5, "may mai mayo"),
        (6, "june jun juni juin junio"),
        (7, "july jul juli juillet julio"),
        (8, "august aug août agosto"),
        (9, "september sep sept septembre septiembre"),
        (10, "october oct oktober okt octobre octubre"),
        (11, "november nov novembre noviembre"),
        (12, "december dec dezember dez décembre diciembre"));

    /// <summary>Gets the days of the week, Monday as 1.</summary>
    public static WordTable<int> Weekdays { get; } = WordTable<int>.Owning(
        (1, "monday mon montag mo lundi lunes"),
        (2, "tuesday tue tues dienstag di mardi martes"),
        (3, "wednesday wed weds mittwoch mi mercredi miércoles"),
        (4, "thursday thu thur thurs donnerstag do jeudi jueves"),
        (5, "friday fri freitag fr vendredi viernes"),
        (6, "saturday sat samstag sonnabend sa samedi sábado"),
        (7, "sunday sun sonntag so dimanche domingo"));

    public static WordTable<int> Counts { get; } = WordTable<int>.Of(
        (1, "a an one ein eine einem einer einen"),
        (2, "two zwei"),
        (3, "three drei"),
        (4, "four vier"),
        (5, "five fünf"),
        (6, "six sechs"),
        (7, "seven sieben"),
        (8, "eight acht"),
        (9, "nine neun"),
        (10, "ten zehn"),
        (14, "fourteen vierzehn"));

    /// <summary>Gets units of time by their first letter: d, w, m, y, and f for a fortnight.</summary>
    public static WordTable<char> Units { get; } = WordTable<char>.Of(
        ('d', "day days day's day’s tag tage tagen"), ('w', "week weeks week's week’s woche wochen"), ('m', "month months month's month’s monat monate monaten monats"),
        ('f', "fortnight fortnights"), ('y', "year years jahr jahre jahren"));

    /// <summary>Gets parts of the day.</summary>
    public static WordTable<DayHalf> Parts { get; } = WordTable<DayHalf>.Of(
        (DayHalf.Morning, "morning vormittag vormittags früh morgens"), (DayHalf.Afternoon, "afternoon evening nachmittag nachmittags abend abends"),
        (DayHalf.Night, "night nacht nachts"));

    /// <summary>Gets the days of the month in words.</summary>
    public static WordTable<int> Ordinals { get; } = WordTable<int>.Of(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
            .Split(' ').Select((word, index) => (index + 1, word)).Concat([(20, "twentieth"), (30, "thirtieth")]));

    /// <summary>Gets the words that may follow a day of the month without one; any other makes it the number of something.</summary>
    public static WordTable<bool> Followers { get; } = WordTable<bool>.Of(
        (true, "to till until and or at in on for from is was are were would could can will works work suits if please then but as when how what by with instead "
            + "this next i we you it my there has have did do does not only yet so because who the thanks thank check checking checkout leave leaving arrive arriving depart departing stay staying sorry no yes yeah yep think maybe actually through after before since because he she they i'm i'd we're that's it's just too also uh um er good fine ok okay correct right unless while around under latest onwards our your my noch bis und oder um ist war passt geht wäre"));

    /// <summary>Gets the words after which a day without a month name is meant as a day.</summary>
    public static WordTable<bool> Leads { get; } = WordTable<bool>.Of(
        (true, "on by until till am bis zum vom der dem den ab before due fällig from since after starting"));

    /// <summary>Gets the words that make what follows a deadline.</summary>
    public static WordTable<bool> Limits { get; } = WordTable<bool>.Of(
        (true, "by until till due deadline before bis fällig spätestens within innerhalb binnen zahlbar fälligkeit fälligkeitsdatum zahlungsziel jusqu'au"));

    /// <summary>Gets the words that only what is still to come stands after.</summary>
    public static WordTable<bool> Ahead { get; } = WordTable<bool>.Of((true, "by until till before bis spätestens starting ab"));

    /// <summary>Gets the words that may stand between such a word and the day.</summary>
    public static WordTable<bool> Fillers { get; } = WordTable<bool>.Of(
        (true, "the on am zum den dem is are date ist of latest at it end ende next this kommenden nächsten diesen von later than no close payment by noon"));
}
