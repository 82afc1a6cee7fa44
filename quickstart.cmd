@echo off
rem Runs an example on the emulator; see README.md. Maven is quiet and the first build takes a while,
rem so this says at once what is going on.
setlocal
cd /d "%~dp0"

set "EXAMPLE=Quickstart"
set "FIRST=%~1"
if not defined FIRST goto options
if "%FIRST:~0,1%"=="-" goto options
set "EXAMPLE=%FIRST%"
shift

:options
set "OPTIONS="
:next
if "%~1"=="" goto run
set "OPTIONS=%OPTIONS%'%~1' "
shift
goto next

:run
if exist examples\target\classes (
  echo Building what has changed, then running the example ... 1>&2
) else (
  echo Building DataConnect4J, then running the example. The first time this takes a few minutes: 1>&2
  echo Maven fetches itself and the Azure libraries, and compiles. Nothing is shown meanwhile. 1>&2
)
call mvnw.cmd -q -ntp -Pquickstart -pl examples -am compile exec:java "-Dexec.mainClass=io.github.dataconnect4j.examples.%EXAMPLE%" "-Dexec.args=%OPTIONS%"
exit /b %ERRORLEVEL%
