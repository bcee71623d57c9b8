using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class DateTests
{
    [Theory]
    [InlineData("on 2026-12-03", "2026-12-03")]
    [InlineData("am 24.11.", "2026-11-24")]
    [InlineData("am 24.11.2026", "2026-11-24")]
    [InlineData("24.11.26 passt", "2026-11-24")]
    [InlineData("Nov 24", "2026-11-24")]
    [InlineData("24 November", "2026-11-24")]
    [InlineData("the 24th of November 2027", "2027-11-24")]
    [InlineData("November 24th, 2026", "2026-11-24")]
    [InlineData("3. Dezember 2026", "2026-12-03")]
    [InlineData("on 3 March", "2027-03-03")]
    [InlineData("on 10 November", "2026-11-10")]
    [InlineData("11/24/2026", "2026-11-24")]
    [InlineData("24/11/2026", "2026-11-24")]
    [InlineData("03/04/2026", "")]
    [InlineData("open 24/7 for you", "")]
    [InlineData("31 February", "")]
    [InlineData("tomorrow", "2026-11-24")]
    [InlineData("the day after tomorrow", "2026-11-25")]
    [InlineData("übermorgen", "2026-11-25")]
    [InlineData("Guten Morgen, bis dann", "")]
    [InlineData("on Friday", "2026-11-27")]
    [InlineData("next Tuesday", "2026-12-01")]
    [InlineData("this Friday", "2026-11-27")]
    [InlineData("nächsten Dienstag", "2026-12-01")]
    [InlineData("am Freitag", "2026-11-27")]
    [InlineData("on Monday", "2026-11-30")]
    [InlineData("in two weeks", "2026-12-07")]
    [InlineData("in 3 Tagen", "2026-11-26")]
    [InlineData("the 30th is fine, on the 30th", "2026-11-30")]
    [InlineData("Tuesday, 24 November", "2026-11-24")]
    [InlineData("I may 3 times a day march on", "")]
    [InlineData("he sat down", "")]
    public void Read_Days_OneReadingOrNone(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Date));

    [Theory]
    [InlineData("on Friday at 3pm", "2026-11-27T15:00+01:00")]
    [InlineData("tomorrow at 10:00", "2026-11-24T10:00+01:00")]
    [InlineData("am 24.11. um 10:30 Uhr", "2026-11-24T10:30+01:00")]
    [InlineData("morgen um 10 Uhr", "2026-11-24T10:00+01:00")]
    [InlineData("24 November, 3:30 p.m.", "2026-11-24T15:30+01:00")]
    [InlineData("10:00 on Friday", "2026-11-27T10:00+01:00")]
    [InlineData("Friday afternoon at 3", "2026-11-27T15:00+01:00")]
    [InlineData("Tuesday at 10:00 or 14:00", "2026-11-24T10:00+01:00; 2026-11-24T14:00+01:00")]
    [InlineData("Tuesday at 10:00 or Thursday at 14:00", "2026-11-24T10:00+01:00; 2026-11-26T14:00+01:00")]
    [InlineData("Friday 2-3 pm", "2026-11-27T14:00+01:00")]
    [InlineData("Friday 11am-1pm", "2026-11-27T11:00+01:00")]
    [InlineData("on Friday at 3:30", "2026-11-27")]
    [InlineData("Friday at 3", "2026-11-27")]
    [InlineData("Friday at noon", "2026-11-27T12:00+01:00")]
    [InlineData("2026-11-24T10:00Z", "2026-11-24T10:00+00:00")]
    [InlineData("2026-11-24T10:00+02:00", "2026-11-24T10:00+02:00")]
    [InlineData("Friday 10:00 CET", "2026-11-27T10:00+01:00")]
    [InlineData("Friday at 10am EST", "2026-11-27T10:00-05:00")]
    [InlineData("Friday at 10am ET", "2026-11-27T10:00-05:00")]
    [InlineData("Friday 10:00 UTC+3", "2026-11-27T10:00+03:00")]
    [InlineData("Friday 5 pm London time", "2026-11-27T17:00+00:00")]
    [InlineData("Friday 5 pm (New York time)", "2026-11-27T17:00-05:00")]
    [InlineData("on 1 July 2026 at 10:00", "2026-07-01T10:00+02:00")]
    [InlineData("on 1 July 2026 at 10:00 London time", "2026-07-01T10:00+01:00")]
    [InlineData("on 29 March 2026 at 02:30", "2026-03-29")]
    [InlineData("on 29 March 2026 at 03:30", "2026-03-29T03:30+02:00")]
    [InlineData("on 25 October 2026 at 02:30", "2026-10-25T02:30+01:00")]
    [InlineData("Dienstag, 24. November 2026, 10:00 Uhr (UTC+01:00)", "2026-11-24T10:00+01:00")]
    [InlineData("jeudi à 15h30", "2026-11-26T15:30+01:00")]
    public void Read_Times_WithTheOffsetInForce(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Date));

    [Theory]
    [InlineData("by Friday", "2026-11-27")]
    [InlineData("no later than 3 December", "2026-12-03")]
    [InlineData("bis zum 30.11.", "2026-11-30")]
    [InlineData("Due date: 30.11.2026", "2026-11-30")]
    [InlineData("zahlbar bis 30.11.2026", "2026-11-30")]
    [InlineData("payable within 14 days", "2026-12-07")]
    [InlineData("innerhalb von 14 Tagen", "2026-12-07")]
    [InlineData("by the end of the month", "2026-11-30")]
    [InlineData("bis Ende des Monats", "2026-11-30")]
    [InlineData("until the end of February", "2027-02-28")]
    [InlineData("on Friday at the latest", "2026-11-27")]
    [InlineData("by Friday at 5pm", "2026-11-27T17:00+01:00")]
    [InlineData("due on 1 December", "2026-12-01")]
    [InlineData("stand by me. On Friday", "")]
    public void Read_Deadlines_ToldFromOtherDates(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Deadline));

    [Fact]
    public void Read_WeekdayThatIsNotThatDay_IsNoticed() =>
        Assert.Contains(Fields.Read("See you on Monday, 24 November 2026.").Notices, notice =>
            notice.Contains("Tuesday", StringComparison.Ordinal));

    [Fact]
    public void Read_TwoReadings_IsNoticedAndLeftOut() =>
        Assert.Contains("two dates", Assert.Single(Fields.Read("on 03/04/2026").Notices), StringComparison.Ordinal);

    [Fact]
    public void Read_RelativeDay_CountsFromWhenItWasWrittenInTheWritersOffset()
    {
        var mail = Some.Mail("See you tomorrow.") with { SentAt = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(-8)) };

        Assert.Equal("2026-11-21", Fields.Read(mail).All(FieldName.Date));
    }

    [Fact]
    public void Read_EveryDayOfTheYear_InEveryForm()
    {
        for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
        {
            var iso = day.ToString("yyyy-MM-dd", null);
            foreach (var form in (string[])["d MMMM yyyy", "MMMM d, yyyy", "d.M.yyyy", "dd.MM.yyyy", "yyyy-MM-dd", "MMM d, yyyy",
                "dddd, d MMMM yyyy"])
            {
                Assert.Equal(iso, Fields.Read($"It is {day.ToString(form, null)} then.").All(FieldName.Date, FieldName.Deadline));
            }
        }
    }
}
