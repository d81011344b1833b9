"""Common given names, so that the surname of "Anna Ivanova" is not taken for an office-holder's.

Those of the desk are added. Nominative only: such a name in another case is not known at the beginning of a sentence.
"""

_LATIN = """
Adam Aleksandra Aleksei Alexander Alexandra Alexei Alice Alina Alla Anastasia Anatoly Andrei Angelina Anna Anne Anton
Antonina Arkady Artyom Barbara Boris Charles Christina Christine Claire Daniel Daria Darya David Denis Diana Dina Dmitry
Edward Ekaterina Elena Elizabeth Emma Eva Fyodor Galina Gennady George Georgy Gleb Grigory Helen Ignat Igor Ilya Inna
Irina Ivan Jack James Jane Jennifer John Joseph Julia Karina Kate Kira Kirill Konstantin Ksenia Larisa Laura Leonid Lev
Lidia Linda Lyubov Lyudmila Maksim Margarita Maria Marina Mark Mary Matvei Maxim Maya Michael Mikhail Nadezhda Natalia
Natalya Nicholas Nikita Nikolai Nina Nona Oksana Oleg Olga Patricia Paul Pavel Peter Polina Pyotr Raisa Richard Rimma
Robert Roman Rosa Ruslan Sarah Semyon Sergei Sofia Stanislav Stepan Susan Svetlana Taisia Tamara Tatiana Tatyana Thomas
Timofei Timur Vadim Valentin Valentina Valeria Valery Vasily Vera Veronika Viktor Viktoria Vitaly Vladimir Vladislav
Vyacheslav Alan Albert Amy Andrew Angela Anthony Arthur Ben Benjamin Bob Brian Chris Colin Dan Eric Gary Graham Greg
Henry Hugh Ian Jason Jeff Jerry Justin Karen Keith Ken Kevin Larry Lisa Louis Martin Michelle Mike Nancy Neil Nigel
Philip Rachel Ralph Rebecca Roger Ron Ronald Ruth Ryan Sam Samuel Scott Sean Sharon Simon Stephen Steve Steven Tim Tom
Walter William Yakov Yana Yaroslav Yefim Yegor Yekaterina Yelena Yevgenia Yevgeny Yulia Yury Zinaida Zoya
"""

_RUSSIAN = """
Александр Александра Алексей Алина Алла Анастасия Анатолий Ангелина Андрей Анна Антон Антонина Аркадий Артём Борис Вадим
Валентин Валентина Валерий Валерия Василий Вера Вероника Виктор Виктория Виталий Владимир Владислав Вячеслав Галина
Геннадий Георгий Глеб Григорий Дарья Денис Диана Дмитрий Евгений Евгения Егор Екатерина Елена Ефим Жанна Зинаида Зоя
Иван Игорь Илья Инна Ирина Карина Кира Кирилл Константин Ксения Лариса Лев Леонид Лидия Любовь Людмила Майя Максим
Маргарита Марина Мария Марк Матвей Михаил Надежда Наталия Наталья Никита Николай Нина Оксана Олег Ольга Павел Пётр
Рон Рональд Том Томас Джеймс Джон Дэвид Майкл Уильям Ричард
Полина Раиса Римма Роман Руслан Светлана Семён Сергей София Станислав Степан Таисия Тамара Татьяна Тимофей Тимур Фёдор
Эдуард Юлия Юрий Яков Яна Ярослав
"""

_BELARUSIAN = """
Аксана Алег Алена Алеся Аляксандр Аляксандра Аляксей Анатоль Анастасія Андрэй Антон Антаніна Арцём Барыс Вадзім Валерый
Валянцін Валянціна Васіль Вера Вераніка Віктар Вікторыя Віталь Віталій Вольга Вячаслаў Галіна Ганна Генадзь Георгій
Глеб Дар'я Дзяніс Дзмітрый Зінаіда Зміцер Зоя Іван Ігар Ілья Іна Ірына Кацярына Кірыл Канстанцін Ксенія Ларыса Леанід
Лідзія Любоў Людміла Макар Максім Марына Марыя Мікалай Мікіта Міхаіл Міхась Надзея Наталля Ніна Павел Паліна Пётр Пятро
Раіса Раман Руслан Святлана Сяргей Станіслаў Сцяпан Тамара Таццяна Уладзімір Уладзіслаў Фёдар Юлія Юрый Якаў Яна Яўген
Яўгенія Ягор
"""

COMMON_GIVEN_NAMES = frozenset((_LATIN + _RUSSIAN + _BELARUSIAN).split())
