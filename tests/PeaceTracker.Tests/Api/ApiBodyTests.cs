using System.Text;
using PeaceTracker.Services.Api;

namespace PeaceTracker.Tests.Api;

/// <summary>What a program sent is bounded before anything is made of it.</summary>
public class ApiBodyTests
{
    [Fact]
    public void Read_MorePropertiesThanAnyRowHas_IsRefused()
    {
        var body = Read("{\n\"row\": {" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"k{i}\":1")) + "} }", out var fault);

        Assert.Null(body);
        Assert.StartsWith("Line 2: An object has at most 100 properties here.", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 500, true)]
    [InlineData("{}", 501, false)]
    [InlineData("1", 501, true)] // keys of issues, say
    public void Read_MoreRowsThanOneLooksOver_IsRefused(string item, int count, bool read)
    {
        var body = Read($"{{ \"statusEvents\": [{string.Join(',', Enumerable.Repeat(item, count))}] }}", out var fault);

        Assert.Equal(read, body is not null);
        Assert.Equal(read ? null : "Line 1: At most 500 rows are recorded at once. Send the others separately.", fault);
    }

    private static ApiBody? Read(string json, out string? fault) => ApiBody.Read(Encoding.UTF8.GetBytes(json), out fault);
}
