using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake.Extraction;

public sealed class RangeFieldTests
{
    [Theory]
    [InlineData("from the 1st to 7 June", "2027-06-01; 2027-06-07")]
    [InlineData("from the 28th to the 2nd of January", "2026-12-28; 2027-01-02")]
    [InlineData("between the 3rd and the 6th of January", "2027-01-03; 2027-01-06")]
    [InlineData("from 3 June to the 7th", "2027-06-03; 2027-06-07")]
    [InlineData("from 28 October 2027 to the 3rd", "2027-10-28; 2027-11-03")]
    [InlineData("from 3 August to 9 August 2025", "2025-08-03; 2025-08-09")]
    [InlineData("from 2 June 2025 to 25 December", "2025-06-02; 2025-12-25")]
    [InlineData("from 28 December to 3 January 2027", "2026-12-28; 2027-01-03")]
    [InlineData("from Friday to Thursday", "2026-11-27; 2026-12-03")]
    public void Read_RangeWhoseEndsSayOneMonthOrYear_MakesFieldsOfTheDaysMeant(string text, string expected) =>
        Assert.Equal(expected, Fields.Read(text).All(FieldName.Date));

    [Theory]
    [InlineData("from the 1st to 7 June", "2026-12-01 2027-06-07")]
    [InlineData("from Friday to Thursday", "2026-11-27 2026-11-26")]
    [InlineData("paid on 03/04/2027", "2027-04-03")]
    public void Values_OfARange_TellEachEndAsItsOwnWordsStand(string text, string expected) => Assert.Equal(expected, Spoken.Values(text));

    [Theory]
    [InlineData("paid on 03/04/2027")]
    [InlineData("the weekend was fine")]
    public void Read_DayWithTwoReadings_MakesNoField(string text) => Assert.Empty(Fields.Read(text).All(FieldName.Date, FieldName.Deadline));
}
