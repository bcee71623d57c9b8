using AiOs.Contracts.Schedules.Words;
using AiOs.Kernel.Schedules;

namespace AiOs.Kernel.Tests.Schedules;

public sealed class ScheduleWordsTests
{
    [Theory]
    [InlineData("every Monday at 9 chase overdue invoices", "0 0 9 ? * MON", "every Monday at 9", "chase overdue invoices")]
    [InlineData("Every Monday at 9:30, chase overdue invoices.", "0 30 9 ? * MON", "Every Monday at 9:30", "chase overdue invoices")]
    [InlineData("every weekday at 18:30 summarize the open offers", "0 30 18 ? * MON-FRI", "every weekday at 18:30", "summarize the open offers")]
    [InlineData("on the 1st of each month at 8 write the invoices", "0 0 8 1 * ?", "on the 1st of each month at 8", "write the invoices")]
    [InlineData("on the 15th of every month at 5pm check the caps", "0 0 17 15 * ?", "on the 15th of every month at 5pm", "check the caps")]
    [InlineData("on the last day of each month at noon close the books", "0 0 12 L * ?", "on the last day of each month at noon", "close the books")]
    [InlineData("every day at 7 look at the calendar", "0 0 7 * * ?", "every day at 7", "look at the calendar")]
    [InlineData("daily at 12 am look at the calendar", "0 0 0 * * ?", "daily at 12 am", "look at the calendar")]
    [InlineData("every Monday and Thursday at 9am post something", "0 0 9 ? * MON,THU", "every Monday and Thursday at 9am", "post something")]
    [InlineData("Monday to Friday at 9 read the news", "0 0 9 ? * MON-FRI", "Monday to Friday at 9", "read the news")]
    [InlineData("at 9 every Tuesday call Anna", "0 0 9 ? * TUE", "at 9 every Tuesday", "call Anna")]
    [InlineData("every Friday tidy up", "0 0 9 ? * FRI", "every Friday", "tidy up")]
    [InlineData("every hour look for answers", "0 0 * * * ?", "every hour", "look for answers")]
    [InlineData("jeden Montag um 9 offene Rechnungen anmahnen", "0 0 9 ? * MON", "jeden Montag um 9", "offene Rechnungen anmahnen")]
    [InlineData("Jeden Werktag um 21 Uhr den Tag zusammenfassen", "0 0 21 ? * MON-FRI", "Jeden Werktag um 21 Uhr", "den Tag zusammenfassen")]
    [InlineData("montags um 9:15 Uhr bitte Anna schreiben", "0 15 9 ? * MON", "montags um 9:15 Uhr", "Anna schreiben")]
    [InlineData("täglich um 7 den Kalender ansehen", "0 0 7 * * ?", "täglich um 7", "den Kalender ansehen")]
    [InlineData("jeden Sonnabend um 10 aufräumen", "0 0 10 ? * SAT", "jeden Sonnabend um 10", "aufräumen")]
    [InlineData("am 1. jedes Monats um 8 Rechnungen schreiben", "0 0 8 1 * ?", "am 1. jedes Monats um 8", "Rechnungen schreiben")]
    public void Read_TimesThenWhat_GivesBoth(string text, string cron, string when, string what)
    {
        var spoken = ScheduleWords.Read(text);

        Assert.NotNull(spoken);
        Assert.Equal((cron, when, what), (spoken.Cron, spoken.When, spoken.What));
        Assert.Contains(when, text, StringComparison.Ordinal);
        Assert.Equal(cron, ScheduleWords.ReadWhen(spoken.When)?.Cron);
        Assert.Null(new AiOs.Jobs.QuartzCron().FaultIn(cron));
        Assert.Matches("^[a-z0-9-]{1,100}$", spoken.Name);
    }

    [Theory]
    [InlineData("chase overdue invoices")]
    [InlineData("every client gets a discount")]
    [InlineData("every Monday at 9")]
    [InlineData("every Monday at 9 we meet")]
    [InlineData("every day I get spam from this address")]
    [InlineData("Monday call Anna")]
    [InlineData("every Monday at 25 call Anna there")]
    [InlineData("every day at 13 pm call Anna")]
    [InlineData("on the 32nd of each month at 8 pay")]
    [InlineData("every Monday at 9 call Anna\nand Bob")]
    [InlineData("Mondays are hard")]
    public void Read_NoSuchRequest_GivesNothing(string text) => Assert.Null(ScheduleWords.Read(text));

    [Theory]
    [InlineData("0 0 9 ? * MON", "every Monday at 09:00")]
    [InlineData("0 30 18 ? * MON-FRI", "every weekday at 18:30")]
    [InlineData("0 0 9 ? * MON,WED,FRI", "every Monday, Wednesday and Friday at 09:00")]
    [InlineData("0 0 4 * * ?", "every day at 04:00")]
    [InlineData("0 0 8 1 * ?", "on day 1 of each month at 08:00")]
    [InlineData("0 0 8 L * ?", "on the last day of each month at 08:00")]
    [InlineData("0 7 * * * ?", "every hour, 7 minutes past")]
    [InlineData("0 0/15 * * * ?", "every 15 minutes")]
    [InlineData("0 0 9 ? JAN MON#1", "0 0 9 ? JAN MON#1")]
    public void CronWords_OfAnExpression_SayItOrShowIt(string cron, string words) => Assert.Equal(words, CronWords.Of(cron));
}
