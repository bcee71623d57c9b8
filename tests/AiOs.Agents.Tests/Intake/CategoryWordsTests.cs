using AiOs.Agents.Intake;
using AiOs.Contracts.Intake;

namespace AiOs.Agents.Tests.Intake;

public sealed class CategoryWordsTests
{
    [Theory]
    [InlineData("it's an inquiry", Category.Inquiry)]
    [InlineData("It’s an inquiry.", Category.Inquiry)]
    [InlineData("invoice-received", Category.InvoiceReceived)]
    [InlineData("an invoice to pay", Category.InvoiceReceived)]
    [InlineData("no, spam!", Category.Spam)]
    [InlineData("wrong category, this is a client request", Category.ClientRequest)]
    [InlineData("Das ist eine Rechnung", Category.InvoiceReceived)]
    [InlineData("something completely different", null)]
    [InlineData("tell her the invoice is fine", null)]
    [InlineData("invoice or spam", null)]
    [InlineData("yes", null)]
    [InlineData("", null)]
    public void TryRead_WordsThatNameOne_GiveIt(string words, Category? expected) =>
        Assert.Equal(expected, CategoryWords.TryRead(words, out var category) ? category : null);

    [Fact]
    public void TryRead_EveryWrittenName_IsRead()
    {
        foreach (var category in Enum.GetValues<Category>())
        {
            Assert.True(CategoryWords.TryRead(CategoryWords.Name(category), out var read), CategoryWords.Name(category));
            Assert.Equal(category, read);
        }
    }
}
