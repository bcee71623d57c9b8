using System.Globalization;
using AiOs.Agents.Intake.Extraction;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class SpokenValueTests
{
    [Theory]
    [InlineData("half past six in the evening", "18:30")]
    [InlineData("quarter to nine in the evening", "20:45")]
    [InlineData("a quarter past ten a.m.", "10:15")]
    [InlineData("twenty past seven", "07:20")]
    [InlineData("at ten to four this afternoon", "15:50")]
    [InlineData("twenty-five to eleven at night", "22:35")]
    [InlineData("20 minutes before midnight", "23:40")]
    [InlineData("ten past 12 pm", "12:10")]
    [InlineData("see you at six o'clock tonight", "18:00")]
    [InlineData("nine thirty am", "09:30")]
    [InlineData("at half seven tomorrow evening", "19:30")]
    [InlineData("um halb acht abends", "19:30")]
    [InlineData("Viertel nach drei nachmittags", "15:15")]
    [InlineData("9 05 in the morning", "09:05")]
    [InlineData("1730 hours", "17:30")]
    [InlineData("930 am", "09:30")]
    [InlineData("at midnight", "00:00")]
    [InlineData("12:25 at night", "00:25")]
    [InlineData("10:40 at night", "22:40")]
    [InlineData("around noon", "12:00")]
    [InlineData("between 9:15 am and quarter to 5 pm", "09:15 16:45")]
    [InlineData("from 3 to 5pm", "15:00 17:00")]
    [InlineData("in two hours", "11:00")]
    [InlineData("in an hour and a half", "10:30")]
    [InlineData("half an hour ago", "08:30")]
    [InlineData("vor 20 Minuten", "08:40")]
    [InlineData("after 6", "06:00")]
    [InlineData("dinner at 6 for two", "06:00")]
    public void Read_SpokenTimes_AsTheyAreMeant(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Values(text).Times.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("two to three people")]
    [InlineData("at 10 Downing Street")]
    [InlineData("a table for 6")]
    [InlineData("it is 5 to 1 that we win")]
    [InlineData("for two hours")]
    [InlineData("half of it")]
    [InlineData("four night stay")]
    [InlineData("one after one failed")]
    [InlineData("more than 6")]
    [InlineData("the last 12 hours")]
    [InlineData("at 5 percent")]
    public void Read_NumbersOfOtherThings_AreNoTimes(string text) => Assert.Empty(Values(text).Times);

    [Theory]
    [InlineData("three days ago", "2026-11-20")]
    [InlineData("vor 3 Tagen", "2026-11-20")]
    [InlineData("the day before yesterday", "2026-11-21")]
    [InlineData("vorgestern", "2026-11-21")]
    [InlineData("in a fortnight", "2026-12-07")]
    [InlineData("a fortnight tomorrow", "2026-12-08")]
    [InlineData("a week on Friday", "2026-12-04")]
    [InlineData("two weeks from now", "2026-12-07")]
    [InlineData("Thursday next week", "2026-12-03")]
    [InlineData("last week on Tuesday", "2026-11-17")]
    [InlineData("last night", "2026-11-22")]
    [InlineData("this evening", "2026-11-23")]
    [InlineData("yesterday's invoice", "2026-11-22")]
    [InlineData("the first of June", "2027-06-01")]
    [InlineData("twenty-first of december", "2026-12-21")]
    [InlineData("may 5th", "2027-05-05")]
    [InlineData("5-Dec-2026", "2026-12-05")]
    [InlineData("the 3rd of next month", "2026-12-03")]
    [InlineData("the second of the month, on the second of next month", "2026-12-02")]
    [InlineData("Friday the 18th", "2026-12-18")]
    [InlineData("before Christmas", "2026-12-25")]
    [InlineData("New Year's Eve", "2026-12-31")]
    [InlineData("Good Friday 2027", "2027-03-26")]
    [InlineData("from September on", "2027-09-01")]
    [InlineData("since May", "2026-05-01")]
    [InlineData("until February 2027", "2027-02-28")]
    [InlineData("from 3 December until Wednesday", "2026-12-03 2026-12-09")]
    [InlineData("the invoice dated 3 August", "2026-08-03")]
    public void Read_SpokenDays_CountFromTheDayOfWriting(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Values(text).Dates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("Merry Christmas to you")]
    [InlineData("Happy New Year's Day!")]
    [InlineData("every Monday")]
    [InlineData("the 4th of each month")]
    [InlineData("the first Friday of the month")]
    [InlineData("on the 5th floor")]
    [InlineData("the 2nd invoice")]
    [InlineData("more than two weeks ago")]
    [InlineData("last month")]
    [InlineData("it may march on")]
    [InlineData("Frohe Weihnachten")]
    public void Read_WordsThatNameNoDay_AreNone(string text) => Assert.Empty(Values(text).Dates);

    [Theory]
    [InlineData("two hundred and fifty quid", "250.00 GBP")]
    [InlineData("a grand", "1000.00 EUR")]
    [InlineData("five grand in dollars", "5000.00 EUR")]
    [InlineData("a tenner", "10.00 GBP")]
    [InlineData("twenty-five thousand euros", "25000.00 EUR")]
    [InlineData("half a million dollars", "500000.00 USD")]
    [InlineData("5 pounds and 20 pence", "5.20 GBP")]
    [InlineData("fifty pence", "0.50 GBP")]
    [InlineData("1.5k euros", "1500.00 EUR")]
    [InlineData("3 hundred bucks", "300.00 USD")]
    [InlineData("120 US dollars", "120.00 USD")]
    [InlineData("90 swiss francs", "90.00 CHF")]
    [InlineData("40 usd", "40.00 USD")]
    [InlineData("we paid more than 400 for it", "400.00 EUR")]
    [InlineData("we paid 3 invoices and spent 45 minutes", "")]
    [InlineData("we paid 2024 in full", "")]
    [InlineData("a hundred and fifty people", "")]
    [InlineData("one of a hundred", "")]
    public void Read_SpokenAmounts_AsMoney(string text, string expected) => Assert.Equal(expected, string.Join(' ', Values(text).Amounts));

    [Theory]
    [InlineData("Call me at half past six in the evening.", "18:30")]
    [InlineData("We are open until 17:30.", "17:30")]
    [InlineData("Call me at half past six.", "")]
    [InlineData("Call me at 6.", "")]
    [InlineData("It starts at 3:30.", "")]
    public void Read_TimeWithoutADay_IsAFieldWhereItHasOneReading(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Time));

    [Theory]
    [InlineData("tomorrow at quarter past three in the afternoon", "2026-11-24T15:15+01:00")]
    [InlineData("on Friday at half past six", "2026-11-27")]
    [InlineData("in two hours", "2026-11-23T11:00+01:00")]
    [InlineData("this evening at 8", "2026-11-23T20:00+01:00")]
    [InlineData("two years ago we met", "")]
    [InlineData("at the beginning of May", "")]
    public void Read_SpokenMoments_AreFieldsWhereTheyHaveOneReading(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Date));

    [Fact]
    public void Read_TimeOfADayThatMayBeMorningOrAfternoon_IsSaid() =>
        Assert.Contains("morning or afternoon", Assert.Single(Fields.Read("on Friday at half past six").Notices), StringComparison.Ordinal);

    [Fact]
    public void Read_UntilAMonth_SaysHowItWasTaken() =>
        Assert.Contains("end of that month", Assert.Single(Fields.Read("The offer stands until May.").Notices), StringComparison.Ordinal);

    [Fact]
    public void Read_MomentsAcrossMidnight_NameTheOtherDay()
    {
        var values = TextValues.Read("in 3 hours", new DateTimeOffset(2026, 11, 23, 22, 30, 0, TimeSpan.FromHours(1)), Some.Berlin, "EUR");

        Assert.Equal((new DateOnly(2026, 11, 24), new TimeOnly(1, 30)), (Assert.Single(values.Dates), Assert.Single(values.Times)));
    }

    private static TextValues Values(string text) => TextValues.Read(text, Some.Monday, Some.Berlin, "EUR");
}
