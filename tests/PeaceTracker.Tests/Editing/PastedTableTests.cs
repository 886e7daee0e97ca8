using PeaceTracker.Services.Editing;

namespace PeaceTracker.Tests.Editing;

public class PastedTableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n \n\t\t\n", "")]
    [InlineData("a\tb\r\nc\td", "a,b|c,d")]
    [InlineData("a\nb", "a|b")]
    [InlineData("\"a\nb\"\tc", "a\nb,c")] // a cell of two lines
    [InlineData("\"say \"\"yes\"\"\"\tc", "say \"yes\",c")]
    [InlineData("5\" pipe\tc", "5\" pipe,c")]
    [InlineData("\"half\tc\nd\te", "\"half,c|d,e")] // a quotation mark that is never closed belongs to the words
    public void Read_Text_IsTheRowsAndCells(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', PastedTable.Read(text).Select(row => string.Join(',', row))));
}
